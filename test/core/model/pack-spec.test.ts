import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { equal } from "../../../server/src/base/equal.ts";
import { Shelf } from "../../../server/src/base/shelf.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { packSpec } from "../../../server/src/model/pack-spec.ts";
import { readSpec, type Spec } from "../../../server/src/model/read-spec.ts";
import { unpackSpec } from "../../../server/src/model/unpack-spec.ts";
import { anyText, own } from "../../any-text.ts";
import { asked } from "../../asked.ts";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

const read = (text: string, path: string, config = defaultConfig): Spec => readSpec({ uri: path, text }, path, config);

describe("what was read of a file", () => {
  it("is the same after it was packed and unpacked, whatever the text", () => {
    const path = fc.constantFrom("a.md", "docs/README.md", "größe/ümlaut 😀.md");
    fc.assert(
      fc.property(anyText, path, fc.constantFrom(defaultConfig, own), (text, name, config) => {
        const spec = read(text, name, config);
        const unpacked = unpackSpec(packSpec(spec));
        assert.deepEqual(asked(unpacked), spec);
        // A file that is opened says what it said while it was closed.
        assert.ok(equal(unpacked?.summary.items, spec.summary.items));
        assert.ok(equal(spec.summary.items, unpacked?.summary.items));
      }),
      { numRuns },
    );
  });

  it("is the same for every document of ours", () => {
    const paths = ["examples", "docs"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
      )
      .filter((path) => path.endsWith(".md"));
    assert.ok(paths.length > 50);
    for (const path of paths) {
      const spec = read(readFileSync(path, "utf8"), path);
      assert.deepEqual(asked(unpackSpec(packSpec(spec))), spec);
    }
    // On a shelf all of them stand beside each other.
    const shelf = new Shelf();
    const specs = paths.map((path) => read(readFileSync(path, "utf8"), path));
    const packed = specs.map((spec) => packSpec(spec, shelf));
    for (const [at, spec] of specs.entries()) assert.deepEqual(asked(unpackSpec(packed[at]!)), spec);
  });

  it("is something else where one value differs, packed or not", () => {
    const of = (text: string) => {
      const spec = read(text, "a.md");
      return [spec, unpackSpec(packSpec(spec))!].map(({ summary }) => summary.items);
    };
    for (const [before, after] of [
      ["title: Faster", "title: Cheaper"],
      ["owner: ana", "owner: cy"],
      ["owner: ana", "team: ana"],
      ["owner: ana, bo\n", ""],
      ["goals: [GOAL-1", "goals: [GOAL-2"],
      ["PRD-1", "PRD-2"],
    ] as const) {
      for (const one of of(rich)) {
        for (const same of of(rich)) assert.ok(equal(one, same));
        for (const other of of(rich.replace(before, after))) assert.ok(!equal(one, other), after);
      }
    }
  });

  it("is read wherever its bytes stand", () => {
    const spec = read(rich, "a.md");
    const { bytes, text } = packSpec(spec);
    for (let at = 0; at < 8; at++) {
      const elsewhere = new Uint8Array(bytes.length + 8);
      elsewhere.set(bytes, at);
      assert.deepEqual(asked(unpackSpec({ bytes: elsewhere.subarray(at, at + bytes.length), text })), spec);
    }
  });

  it("takes less than a third of what it would as JSON", () => {
    const spec = read(readFileSync("docs/product/prds/fast-and-safe.md", "utf8"), "fast-and-safe.md");
    const { bytes, text } = packSpec(spec);
    const json = JSON.stringify(spec, (_, value) => (value instanceof Map ? [...value] : value));
    assert.ok(bytes.length + text.length < json.length / 3, `${bytes.length} + ${text.length}, ${json.length}`);
  });

  it("keeps places in the widest lines and the longest texts", () => {
    const places = Uint32Array.of(0, 0, 4_294_967_295, 4_294_967_295, 4_294_967_295, 5, 0, 3, 7, 4_294_967_295, 7, 0);
    const spec: Spec = { ...read("", "a.md"), places };
    assert.deepEqual(asked(unpackSpec(packSpec(spec))), spec);
  });

  it("is not believed when it is cut off, anywhere", () => {
    const { bytes, text } = packSpec(read(rich, "a.md"));
    for (let length = 0; length < bytes.length; length++) {
      assert.equal(unpackSpec({ bytes: bytes.subarray(0, length), text }), undefined, `${length} bytes`);
    }
    for (let length = 0; length < text.length; length++) {
      assert.equal(unpackSpec({ bytes, text: text.slice(0, length) }), undefined, `${length} letters`);
    }
  });

  it("never names places and items that are not there, whatever bytes it was made of", () => {
    const { bytes, text } = packSpec(read(rich, "a.md"));
    let believed = 0;
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (changed) => {
        const other = bytes.slice();
        for (const [at, byte] of changed) other[at] = byte;
        const spec = unpackSpec({ bytes: other, text });
        if (spec === undefined) return;
        believed++;
        const { items, mentions } = spec.summary;
        for (const [index, item] of items.entries()) {
          assert.ok(item.entry * 4 < spec.places.length && item.whole * 4 < spec.places.length);
          assert.ok(item.container === undefined || item.container < index);
          for (const { links } of item.fields.values())
            for (const { target } of links) assert.ok(target.type !== "nested" || target.item < items.length);
        }
        const { headings, bodyLinks } = spec.summary;
        for (const { entry } of [...mentions, ...bodyLinks, ...headings])
          assert.ok(entry * 4 < spec.places.length || entry === 0);
        for (const { item } of mentions) assert.ok(item === undefined || item < items.length);
      }),
      { numRuns: numRuns * 5 },
    );
    assert.ok(believed > 0);
  });

  it("may be any bytes at all, and then is nothing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 40 }), (bytes, text) => {
        assert.doesNotThrow(() => asked(unpackSpec({ bytes, text })));
      }),
      { numRuns },
    );
  });
});

const rich = `---
type: prd
id: PRD-1
title: Faster checkout
owner: ana, bo
goals: [GOAL-1, "[[growth]]", ../a.md#why, https://x.example]
features:
  - { id: FEAT-1, title: Wallet, target: 3% }
measurements: [{ date: 2026-01-01, value: 2% }]
tagz: x
jira: SHOP-1
figma: https://f.example
kpis: { a: b }
broken: [
---
# Faster checkout

Owner: cy

- **FR-1:** It pays. {{who}} TBD
- [ ] FR-2 See [why](#why), [it](b.md#x), ![p](p.png), GOAL-1 and [[KPI-1]].

<!-- throughline-disable-next-line unknown-reference: x -->
GOAL-9
`;
