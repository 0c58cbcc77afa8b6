import assert from "node:assert/strict";
import fc from "fast-check";
import { lineStarts } from "../../../server/src/base/lines.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { placeRange } from "../../../server/src/model/places.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import type { Summary } from "../../../server/src/model/summary.ts";
import { patch, specText } from "../../random-specs.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

const { config: own } = readConfig(
  `
kinds:
  prd: { match: ["**/*.md"], id: { file: "{slug}.md", format: "DOC-{slug}" } }
  rfc: { extends: feature, fields: { see-also: { type: link, to: [rfc] }, of: { type: link, to: [goal], inverse: kpis } } }
  requirement: { prefix: [M, S] }
`,
  [],
);

/** Plans, plans with pieces put in or cut off, and no plans at all. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: specText },
  {
    weight: 5,
    arbitrary: fc
      .tuple(specText, fc.array(fc.tuple(fc.nat(500), fc.nat(40), patch), { minLength: 1, maxLength: 4 }))
      .map(([text, patches]) =>
        patches.reduce((all, [at, length, piece]) => all.slice(0, at) + piece + all.slice(at + length), text),
      ),
  },
  { weight: 1, arbitrary: specText.map((text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            "---\n",
            "type: prd\n",
            "\n",
            "|",
            "- ",
            "  ",
            "[[",
            "]]",
            "`",
            "**",
            ": ",
            "FR-1",
            "#",
            "### FEAT-1: ",
            "é",
          ],
          ...[
            "\t",
            "{",
            "}",
            "[",
            "]",
            '"',
            "'",
            "<!--",
            "-->",
            "\r\n",
            "|---|\n",
            "KPI",
            "target",
            "x",
            "😀",
            "@",
            "&",
            "*",
          ],
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }).map((text) => `---\ntype: prd\n${text}`) },
);

describe("reading any text", () => {
  for (const [name, config] of [["no configuration", defaultConfig] as const, ["one of its own", own] as const]) {
    it(`yields items in order, whose places are inside the text, with ${name}`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const { summary, places } = readSpec({ uri: "a.md", text }, "specs/a.md", config);
          checkPlaces(text, places);
          for (const entry of entriesIn(summary)) assert.ok(entry * 4 < places.length, "every entry has its place");
          checkItems(summary);
        }),
        { numRuns },
      );
    });
  }

  it("is a value: the same text is read the same, whatever was read before", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = readSpec({ uri: "a.md", text }, "a.md", defaultConfig);
        assert.deepEqual(readSpec({ uri: "a.md", text }, "a.md", defaultConfig), first);
      }),
      { numRuns: numRuns / 4 },
    );
  });
});

function checkPlaces(text: string, places: Uint32Array): void {
  const starts = lineStarts(text);
  for (let entry = 0; entry * 4 < places.length; entry++) {
    const { start, end } = placeRange(places, entry);
    const from = starts[start.line]! + start.character;
    const to = starts[end.line]! + end.character;
    assert.ok(from <= to && to <= text.length, `entry ${entry} is a span of the text`);
  }
}

/** Every number that stands where an entry is meant. */
function entriesIn(value: unknown): readonly number[] {
  if (typeof value !== "object" || value === null) return [];
  if (value instanceof Map) return [...value.values()].flatMap(entriesIn);
  return Object.entries(value).flatMap(([name, inner]) =>
    ["entry", "key", "whole", "target"].includes(name) && typeof inner === "number" ? [inner] : entriesIn(inner),
  );
}

function checkItems({ items, path }: Summary): void {
  assert.equal(path, "specs/a.md");
  for (const [index, item] of items.entries()) {
    assert.equal(item.site === "document", index === 0, "the document is the first item, and the only one of its sort");
    assert.equal(item.container === undefined, index === 0);
    assert.ok((item.container ?? -1) < index, "what stands around an item comes before it");
    assert.ok(item.title !== "" && item.key !== "", "every item can be named");
  }
}
