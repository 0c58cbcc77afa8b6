import { deepEqual, equal, throws } from "node:assert/strict";
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
  const added = [{ span: { start: text.length, end: text.length }, newText: "\n## Wäre\n" }];
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
      rewrite([{ uri, edits: added }], []);
      deepEqual(await nodeHost.readMany([uri]), [`${text}\n## Wäre\n`]);
      const before = fs.readFileSync(path).subarray(0, bytes.length);
      deepEqual(before, bytes);
      const ending = fs.readFileSync(path).toString("latin1", bytes.length).replaceAll("\0", "");
      equal(/\r/.test(ending), how.startsWith("lines"), "what is new has the ends of lines that are there");
      equal(/\n/.test(ending), !how.startsWith("lines"));
    });
  }

  it("is as it was, like all others, where the disk is full before all are written", () => {
    const paths = ["a.md", "b.md", "c.md"].map((name) => join(folder, name));
    for (const path of paths) fs.writeFileSync(path, text);
    let writes = 0;
    const full = {
      ...fs,
      writeFileSync(...[path, data, options]: Parameters<typeof fs.writeFileSync>): void {
        const isLast = ++writes === 3;
        fs.writeFileSync(path, isLast ? (data as Buffer).subarray(0, 9) : data, options);
        if (isLast) throw new Error("ENOSPC: no space left on device");
      },
    };
    const files = paths.map((path) => ({ uri: uriOfPath(path), edits: added }));
    throws(() => rewrite(files, [{ from: uriOfPath(paths[0]!), to: uriOfPath(join(folder, "d.md")) }], full), /ENOSPC/);
    deepEqual(fs.readdirSync(folder), ["a.md", "b.md", "c.md"]);
    for (const path of paths) equal(fs.readFileSync(path, "utf8"), text);
  });

  it("is as it was where a file cannot be moved to its new name", () => {
    const [from, taken] = [join(folder, "a.md"), join(folder, "b.md")];
    for (const path of [from, taken]) fs.writeFileSync(path, text);
    for (const to of [taken, join(folder, `${"x".repeat(300)}.md`)])
      throws(() => rewrite([{ uri: uriOfPath(from), edits: added }], [{ from: uriOfPath(from), to: uriOfPath(to) }]));
    deepEqual(fs.readdirSync(folder), ["a.md", "b.md"]);
    equal(fs.readFileSync(from, "utf8"), text);
  });

  it("keeps its rights, its other names, and the links to it", () => {
    const [path, link, other, second] = ["a.md", "link.md", "b.md", "c.md"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    for (const file of [path, other]) fs.writeFileSync(file, text);
    fs.chmodSync(path, 0o664);
    fs.symlinkSync("a.md", link);
    fs.linkSync(other, second);
    rewrite(
      [link, second].map((file) => ({ uri: uriOfPath(file), edits: added })),
      [],
    );
    for (const file of [path, link, other, second]) equal(fs.readFileSync(file, "utf8"), `${text}\n## Wäre\n`);
    equal(fs.lstatSync(link).isSymbolicLink(), true);
    equal(fs.statSync(path).mode & 0o777, 0o664);
    deepEqual(fs.readdirSync(folder), ["a.md", "b.md", "c.md", "link.md"]);
  });

  it("is not what it was, where bytes are no letters or a line is another one", () => {
    const path = join(folder, "a.md");
    fs.writeFileSync(path, Buffer.from([0x61, 0xff, 0x0a]));
    equal(holds(uriOfPath(path), "a\uFFFD\n"), false);
    fs.writeFileSync(path, "a\rb");
    equal(holds(uriOfPath(path), "a\nc"), false);
  });
});
