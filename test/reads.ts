import assert from "node:assert/strict";
import { defaultConfig } from "../server/src/model/config.ts";
import { placeRange } from "../server/src/model/places.ts";
import { readSpec } from "../server/src/model/read-spec.ts";
import { dedent } from "./fixture.ts";

/**
 * Reads one document and shows its items, one a line: indentation for what stands in what, then the kind, the identity,
 * the title, the site, and what it says under each field. `@3` is the line that findings about it stand on.
 */
function items(source: string, path = "specs/checkout.md"): string {
  const { summary, places } = readSpec({ uri: path, text: dedent(source) }, path, defaultConfig);
  return summary.items
    .map((item) => {
      let depth = 0;
      for (let around = item.container; around !== undefined; around = summary.items[around]!.container) depth++;
      const line = placeRange(places, item.entry).start.line + 1;
      const fields = [...item.fields]
        .filter(([name]) => name !== "id" && name !== "title")
        .map(
          ([name, { state, values, links }]) =>
            `${name}=${state === "given" ? (links.length > 0 ? links : values).map(({ text }) => text).join("+") : state}`,
        );
      const outside = item.outside ? " (outside)" : "";
      return [
        `${"  ".repeat(depth)}${item.kind} ${item.key} “${item.title}” ${item.site}${outside} @${line}`,
        ...fields,
      ].join(" ");
    })
    .join("\n");
}

/** Compares the items of one document with those expected, see `items`. */
export function reads(source: string, expected: string, path?: string): void {
  assert.equal(items(source, path), dedent(expected).trim());
}
