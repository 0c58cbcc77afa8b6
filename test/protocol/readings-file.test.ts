import assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openReadings, ReadingsWriter } from "../../server/src/main/readings-file.ts";
import { defaultConfig } from "../../server/src/model/config.ts";
import { packSpec } from "../../server/src/model/pack-spec.ts";
import { readSpec } from "../../server/src/model/read-spec.ts";
import { unpackSpec } from "../../server/src/model/unpack-spec.ts";
import { asked } from "../asked.ts";

describe("a file of readings", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "readings-"));
    file = join(folder, "kept");
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it("is found in a file of any size and in any order, a part of it in memory at a time, for as long as the file is there", () => {
    const words = "It pays for the tea of all who wait. ".repeat(700);
    const specs = new Map(
      Array.from({ length: 120 }, (_, at) => {
        const name = `${at}.md`;
        const text = `---\ntype: prd\nid: PRD-${at}\n---\n# ${words.slice(at)}\n`;
        return [name, readSpec({ uri: name, text }, name, defaultConfig)] as const;
      }),
    );
    const writer = new ReadingsWriter(file, `${file}.draft`, "1", fs);
    for (const [name, spec] of specs) writer.add(name, { by: "x", stamp: undefined, hash: "h" }, packSpec(spec));
    for (const _ of writer.finish());
    assert.ok(fs.statSync(file).size > 1 << 21, "larger than what is read at once");
    let most = 0;
    const readSync = ((...args: Parameters<typeof fs.readSync>) => {
      most = Math.max(most, (args[1] as Buffer).length);
      return fs.readSync(...args);
    }) as typeof fs.readSync;
    const inOrder = openReadings(file, "1", { ...fs, readSync });
    const inNone = openReadings(file, "1", fs);
    for (const [at, [name, spec]] of [...specs].entries()) {
      assert.deepEqual(asked(unpackSpec(inOrder.packed(name)!)), spec);
      const other = `${(at * 37) % 120}.md`;
      assert.deepEqual(asked(unpackSpec(inNone.packed(other)!)), specs.get(other));
    }
    assert.ok(most <= 1 << 18, `${most} bytes at once`);
    const late = openReadings(file, "1", fs);
    fs.rmSync(file);
    assert.equal(late.packed("0.md"), undefined);
  });
});
