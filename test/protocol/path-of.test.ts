import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pathOfUri } from "../../server/src/main/path-of.ts";

describe("the path of a file's URI", () => {
  it("is the one that Node gives, however the URI is written", () => {
    const paths = ["/a.md", "/a/b-c_d~e.md", "/a b/ü.md", "/a/100%.md", "/a/.b/..c/d..", "/a/[b]/(c).md"];
    const uris = paths.map((path) => pathToFileURL(path).href);
    const odd = [
      "file:///a/./b",
      "file:///a/../b",
      "file:///a/..",
      "file:///a/.",
      "file:///a//b",
      "file:///a/",
      "file:///",
    ];
    for (const uri of [...uris, ...odd, "file://localhost/a", "file:///a?b", "file:///a#b", "file:///a%2Eb"])
      assert.equal(pathOfUri(uri), fileURLToPath(uri), uri);
    for (const uri of ["file:///a%2Fb", "http://a/b", "file://elsewhere/a"]) assert.throws(() => pathOfUri(uri), uri);
  });
});
