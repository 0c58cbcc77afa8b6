import assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBytes, readInto } from "../../server/src/main/read-bytes.ts";

describe("the bytes of a file", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "bytes-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  function write(name: string, text: string): string {
    fs.writeFileSync(join(folder, name), text);
    return join(folder, name);
  }

  it("are put where there is room for them, and nothing of the file before is read with them", () => {
    const room = Buffer.alloc(8);
    for (const text of ["12345678", "abc", "", "123456789", "größe"]) {
      const { bytes, stats } = readInto(room, write("a.md", text));
      assert.equal(bytes.toString(), text);
      assert.equal(stats.size, bytes.length);
    }
  });

  it("stay as they are where nobody gave room", () => {
    const first = readBytes(write("a.md", "first"));
    const second = readBytes(write("b.md", "second"));
    assert.deepEqual([first.toString(), second.toString()], ["first", "second"]);
  });

  it("come to an end where the file has none, though it says that it is empty", () => {
    const path = join(folder, "endless.md");
    // Where there is no such thing, nothing can be read.
    fs.symlinkSync("/proc/self/pagemap", path);
    if (fs.existsSync(path)) assert.equal(readBytes(path).length, 32 * 1024 * 1024);
    else assert.throws(() => readBytes(path));
  });

  it("are none of a folder", () => {
    assert.throws(() => readBytes(folder));
  });
});
