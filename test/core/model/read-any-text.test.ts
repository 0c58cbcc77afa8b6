import assert from "node:assert/strict";
import fc from "fast-check";
import { lineStarts } from "../../../server/src/base/lines.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { type Places, placeRange } from "../../../server/src/model/places.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import type { Summary } from "../../../server/src/model/summary.ts";
import { anyText, own } from "../../any-text.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

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

function checkPlaces(text: string, places: Places): void {
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
