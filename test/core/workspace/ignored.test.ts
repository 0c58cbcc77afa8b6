import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import ignore from "ignore";
import { Ignored } from "../../../server/src/workspace/ignored.ts";

const root = "file:///w/plans";
const at = (path: string) => `${root}/${path}`;

/** Which of the paths are left out; one that ends in `/` is a folder. */
function left(gitignores: Record<string, string>, paths: readonly string[]): string[] {
  const ignored = new Ignored(root);
  for (const [folder, text] of Object.entries(gitignores)) ignored.add(folder === "" ? root : at(folder), text);
  return paths.filter((path) => (path.endsWith("/") ? ignored.folder(at(path.slice(0, -1))) : ignored.file(at(path))));
}

describe("what .gitignore leaves out", () => {
  it("is nothing without one, but never node_modules and .git", () => {
    deepEqual(
      left({}, ["a.md", "b/c.md", "node_modules/x/README.md", "b/node_modules/", ".git/x.md", "node_modules.md"]),
      ["node_modules/x/README.md", "b/node_modules/", ".git/x.md"],
    );
  });

  it("is what its patterns name, and all below a folder", () => {
    const paths = ["dist/a.md", "dist/", "x/dist/b/c.md", "drafts/a.md", "x/drafts/a.md", "a.tmp.md", "Dist/a.md"];
    deepEqual(left({ "": "dist/\n/drafts\n*.tmp.md\n# note\n" }, paths), [
      "dist/a.md",
      "dist/",
      "x/dist/b/c.md",
      "drafts/a.md",
      "a.tmp.md",
    ]);
  });

  it("can be taken back, further down too, except below a folder that is out", () => {
    deepEqual(left({ "": "*.md\n!keep.md\nold/\n!old/keep.md\n" }, ["a.md", "keep.md", "x/keep.md", "old/keep.md"]), [
      "a.md",
      "old/keep.md",
    ]);
    deepEqual(
      left({ "": "a/\n*.md\n", sub: "!a/\n!b.md\n" }, ["a/x.txt", "sub/a/", "sub/a/x.txt", "sub/b.md", "b.md"]),
      ["a/x.txt", "b.md"],
    );
  });

  it("may be said above the folder that is open", () => {
    const ignored = new Ignored(root);
    ignored.add("file:///w", "plans/out/\n");
    equal(ignored.file(at("out/a.md")), true);
    equal(ignored.file(at("in/a.md")), false);
    equal(ignored.file("file:///w/elsewhere/a.md"), false);
  });

  it("understands names that a URI writes with escapes", () => {
    const ignored = new Ignored(root);
    ignored.add(root, "Notizen für mich/\n");
    equal(ignored.file(at("Notizen%20f%C3%BCr%20mich/a.md")), true);
  });

  it("is asked anew when another .gitignore is read", () => {
    const ignored = new Ignored(root);
    equal(ignored.folder(at("x")), false);
    ignored.add(root, "x\n");
    equal(ignored.folder(at("x")), true);
  });

  it("is what another reader of it says, whatever stands in it", () => {
    const part = fc.constantFrom(
      "a",
      "b",
      "ab",
      "*",
      "**",
      "?",
      "a*",
      "*b",
      "[ab]",
      "[!a]",
      "{a,b}",
      "a.md",
      "\\*",
      " a",
    );
    const line = fc
      .tuple(
        fc.constantFrom("", "!", "/", "!/", "#"),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "/", " ", "\\ "),
      )
      .map(([start, parts, end]) => start + parts.join("/") + end);
    const name = fc.constantFrom("a", "b", "ab", "ba", "a.md", "{a,b}", "*", " a", "a ");
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), path, (lines, path) => {
        const text = lines.join("\n");
        const ignored = new Ignored(root);
        ignored.add(root, text);
        const expected = ignore({ ignorecase: false }).add(text).ignores(path);
        equal(ignored.file(at(path.split("/").map(encodeURIComponent).join("/"))), expected, `${text} of ${path}`);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is known in time that grows with patterns and names, and no faster", () => {
    const ignored = new Ignored(root);
    ignored.add(root, `${"**/a/".repeat(40)}b\n${"*a".repeat(100)}b\n${"\0".repeat(2_000_000)}`);
    equal(ignored.file(at(`${"a/".repeat(200)}${"a".repeat(200)}.md`)), false);
  });
});
