import assert from "node:assert/strict";
import { posix } from "node:path";
import fc from "fast-check";
import {
  basename,
  dirname,
  isInside,
  joinPath,
  normalizePath,
  relativePath,
  stem,
} from "../../../server/src/base/path.ts";

const part = fc.constantFrom("a", "b.md", "..", ".", "c d", "ü", ".git");
const relative = fc.array(part, { maxLength: 6 }).map((parts) => parts.join("/"));
const path = fc.oneof(
  relative,
  relative.map((one) => `/${one}`),
);

describe("paths", () => {
  it("take names apart", () => {
    assert.deepEqual(["specs/pay/a.md", "a.md", "/a.md", "/x/a.md", ""].map(dirname), ["specs/pay", "", "/", "/x", ""]);
    assert.deepEqual(["specs/a.md", "a.md", "/a.md", ""].map(basename), ["a.md", "a.md", "a.md", ""]);
    assert.deepEqual(["specs/a.md", "a.spec.md", ".github", "x/.a.md", "README", "a."].map(stem), [
      "a",
      "a.spec",
      ".github",
      ".a",
      "README",
      "a",
    ]);
  });

  it("go from folder to folder", () => {
    assert.equal(joinPath("specs/pay", "../goals.md"), "specs/goals.md");
    assert.equal(joinPath("", "a.md"), "a.md");
    assert.equal(joinPath("specs", "../../a.md"), "../a.md");
    assert.equal(joinPath("specs", "/goals/a.md"), "/goals/a.md");
    assert.equal(joinPath("/home", "../../a.md"), "/a.md");
    assert.equal(joinPath("specs", "./x//y/."), "specs/x/y");
    assert.equal(joinPath(), "");
    assert.equal(relativePath("specs/pay", "specs/goals.md"), "../goals.md");
    assert.equal(relativePath("", "specs/goals.md"), "specs/goals.md");
    assert.equal(relativePath("specs", "specs"), "");
    assert.equal(relativePath("/a/b", "/a/c/d"), "../c/d");
  });

  it("know what lies inside", () => {
    for (const [folder, inner] of [
      ["specs", "specs/a.md"],
      ["specs", "specs"],
      ["", "specs/a.md"],
      ["", "..a"],
      ["/", "/a"],
      ["/a", "/a/b"],
    ] as const) {
      assert.equal(isInside(folder, inner), true, `${inner} in ${folder}`);
    }
    for (const [folder, outer] of [
      ["specs", "specs-old/a.md"],
      ["specs", "spec"],
      ["", "../a.md"],
      ["", ".."],
      ["", "/a"],
      ["/a", "/ab"],
    ] as const) {
      assert.equal(isInside(folder, outer), false, `${outer} in ${folder}`);
    }
  });

  it("agree with the platform's own", () => {
    const dotless = (text: string) => (text === "." ? "" : text);
    fc.assert(
      fc.property(path, relative, (a, b) => {
        assert.equal(
          normalizePath(a),
          dotless(posix.normalize(a))
            .replace(/(?<=.)\/$/, "")
            .replace(/^\.$/, ""),
        );
        assert.equal(normalizePath(normalizePath(a)), normalizePath(a));
        assert.equal(joinPath(a, b), normalizePath(posix.join(a, b)));
        const normalized = normalizePath(a);
        assert.equal(dirname(normalized), dotless(posix.dirname(normalized)));
      }),
      { numRuns: 2000 },
    );
  });

  it("lead back", () => {
    fc.assert(
      fc.property(path, relative, (from, to) => {
        const folder = normalizePath(from);
        const target = joinPath(folder, to);
        // Out of a folder that is itself outside there is no way back by name.
        fc.pre(!folder.startsWith("..") && !target.startsWith(".."));
        assert.equal(joinPath(folder, relativePath(folder, target)), target);
        assert.equal(isInside(folder, target), !relativePath(folder, target).startsWith(".."));
      }),
      { numRuns: 2000 },
    );
  });
});
