import { deepEqual, equal } from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHost, uriOfPath } from "../../server/src/main/node-host.ts";
import { holds, rewrite } from "../../server/src/main/rewrite.ts";

describe("a file that the command line edits", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "rewritten-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const text = "---\ntype: prd\n---\n# Pläne\n";
  const written: Readonly<Record<string, Buffer>> = {
    "UTF-8": Buffer.from(text),
    "UTF-8 with a mark": Buffer.from(`\uFEFF${text}`),
    "UTF-16": Buffer.from(`\uFEFF${text}`, "utf16le"),
    "UTF-16 with the other byte first": Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
    "UTF-16 without a mark": Buffer.from(text, "utf16le"),
    "UTF-16 without a mark and with the other byte first": Buffer.from(text, "utf16le").swap16(),
    "lines that end with a carriage return": Buffer.from(text.replaceAll("\n", "\r")),
    "lines that end with a carriage return in UTF-16": Buffer.from(text.replaceAll("\n", "\r"), "utf16le"),
  };

  for (const [how, bytes] of Object.entries(written)) {
    it(`stays in ${how}`, async () => {
      const path = join(folder, "a.md");
      const uri = uriOfPath(path);
      fs.writeFileSync(path, bytes);
      const [read] = await nodeHost.readMany([uri]);
      equal(read, text);
      equal(holds(uri, text), true);
      rewrite(uri, [{ span: { start: text.length, end: text.length }, newText: "\n## Wäre\n" }]);
      deepEqual(await nodeHost.readMany([uri]), [`${text}\n## Wäre\n`]);
      const before = fs.readFileSync(path).subarray(0, bytes.length);
      deepEqual(before, bytes);
      const added = fs.readFileSync(path).toString("latin1", bytes.length).replaceAll("\0", "");
      equal(/\r/.test(added), how.startsWith("lines"), "what is new has the ends of lines that are there");
      equal(/\n/.test(added), !how.startsWith("lines"));
    });
  }

  it("is not what it was, where bytes are no letters or a line is another one", () => {
    const path = join(folder, "a.md");
    fs.writeFileSync(path, Buffer.from([0x61, 0xff, 0x0a]));
    equal(holds(uriOfPath(path), "a\uFFFD\n"), false);
    fs.writeFileSync(path, "a\rb");
    equal(holds(uriOfPath(path), "a\nc"), false);
  });
});
