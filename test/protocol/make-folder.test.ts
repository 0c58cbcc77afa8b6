import { equal, throws } from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../../server/src/main/make-folder.ts";

describe("a folder that is needed", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "needed-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is made with those around it, and may be there already", () => {
    const path = join(folder, "a", "b", "c");
    for (let times = 0; times < 2; times++) makeFolder(path);
    equal(statSync(path).isDirectory(), true);
  });

  it("is an error where a system makes none, and where a file is in the way", () => {
    // What Linux says of a folder in /proc: that there is no such file, though all around it is there.
    const missing = () => {
      throw Object.assign(new Error("ENOENT: no such file or directory"), { code: "ENOENT" });
    };
    throws(() => makeFolder(join(folder, "a", "b"), { mkdirSync: missing as never }), /ENOENT/);
    writeFileSync(join(folder, "file"), "");
    throws(() => makeFolder(join(folder, "file", "b", "c")), /ENOTDIR/);
    equal(existsSync(join(folder, "a")), false);
  });
});
