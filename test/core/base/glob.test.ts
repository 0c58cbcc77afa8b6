import assert from "node:assert/strict";
import fc from "fast-check";
import { compileGlob, globFolder, globMatcher } from "../../../server/src/base/glob.ts";

/** Pattern, paths that match, paths that do not. */
const table: readonly (readonly [string, string, string])[] = [
  ["**/*.md", "a.md .a.md a/b.md .github/a/b.md a/.md", "a.mdx a/b md a.md/b"],
  ["*.md", "a.md .md", "a/b.md a.txt"],
  ["specs/**/*.md", "specs/a.md specs/x/y/a.md", "a.md spec/a.md other/specs/a.md"],
  ["./specs/*.md", "specs/a.md", "specs/x/a.md"],
  ["/specs/*.md", "specs/a.md", "specs/x/a.md"],
  ["specs/", "specs/a.md specs/x/a.md", "specs a/specs/b.md"],
  ["specs/**", "specs/a specs/a/b", "specs spec/a"],
  ["**", "a a/b .x", ""],
  ["**/templates/**", "templates/a x/templates/a x/templates/y/a", "templates x/templatesy/a xtemplates/a"],
  ["a/**/b", "a/b a/x/b a/x/y/b", "ab axb a/xb"],
  ["a/**/**/b", "a/b a/x/b", "ab"],
  ["a**b", "ab axxb", "a/b"],
  ["**a", "a xa", "x/a"],
  ["a?c", "abc a🚀c", "ac a/c abbc"],
  ["[abc]x", "ax bx", "dx x /x"],
  ["[a-c0-9]x", "bx 5x", "dx -x"],
  ["[!a-c]x", "dx", "ax /x"],
  ["[^a]x", "bx", "ax"],
  ["[]a]x", "]x ax", "bx"],
  ["[a-]x", "ax -x", "bx"],
  ["[\\]b]x", "]x bx", "\\x"],
  ["a[b", "a[b", "ab"],
  ["a[b/c]", "a[b/c]", "ab"],
  ["{a,b}.md", "a.md b.md", "c.md {a,b}.md"],
  ["{specs,docs/{x,y}}/*.md", "specs/a.md docs/x/a.md docs/y/a.md", "docs/a.md x/a.md"],
  ["{,a}b", "b ab", "aab"],
  ["{**/a,b}.md", "a.md x/a.md b.md", "x/b.md"],
  ["{a,**}", "a x/y", ""],
  ["{a}", "{a}", "a"],
  ["{a,b", "{a,b", "a b"],
  ["a,b}", "a,b}", "a"],
  ["{x{a,b}", "{xa {xb", "xa"],
  ["rfcs/{n}-*.md", "rfcs/1-a.md rfcs/0012-x.md", "rfcs/-a.md rfcs/x-a.md"],
  ["{slug}.md", "a.md a-b.md", ".md a/b.md"],
  ["\\*.md", "*.md", "a.md"],
  ["a\\", "a\\", "a"],
  ["ünï/*", "ünï/x", "uni/x"],
  ["A.md", "A.md", "a.md"],
  ["(a|b)+.md", "(a|b)+.md", "a.md aa.md"],
];

describe("globs", () => {
  for (const [pattern, yes, no] of table) {
    it(`reads ${pattern}`, () => {
      const glob = compileGlob(pattern);
      const paths = (list: string) => list.split(" ").filter((path) => path !== "");
      assert.deepEqual(
        paths(yes).filter((path) => !glob(path)),
        [],
      );
      assert.deepEqual(
        paths(no).filter((path) => glob(path)),
        [],
      );
    });
  }

  it("takes any of several patterns, and nothing without one", () => {
    const glob = globMatcher(["*.md", "docs/**"]);
    assert.deepEqual(["a.md", "docs/a", "x/a.md"].map(glob), [true, true, false]);
    assert.equal(globMatcher([])("a.md"), false);
  });

  it("knows the folder that it needs", () => {
    const folders = ["specs/**/*.md", "a/b/c.md", "**/*.md", "a/b*/c", "{a,b}/c", "./x/", "a.md"].map(globFolder);
    assert.deepEqual(folders, ["specs", "a/b", "", "a", "", "x", ""]);
  });

  it("does not hang on what hangs a regular expression", () => {
    const path = `${"a".repeat(2000)}!`;
    for (const pattern of [
      "*a".repeat(300),
      "{a,aa}".repeat(150),
      `${"**/".repeat(300)}b`,
      "{".repeat(900),
      "[".repeat(900),
    ]) {
      assert.equal(compileGlob(pattern)(path), false);
    }
    assert.equal(compileGlob("*".repeat(900))(path), true);
    assert.equal(compileGlob("a".repeat(1001))("a".repeat(1001)), false);
  });

  it("agrees with a slow and simple matcher", () => {
    fc.assert(
      fc.property(sequence, path, (some, inner) => {
        // A slash in front or at the end of a pattern is special, so there is always something around them.
        const parts = ["c", ...some, "c"];
        const text = `c${inner}c`;
        assert.equal(compileGlob(write(parts))(text), slowly(parts, text), write(parts));
      }),
      { numRuns: 5000 },
    );
  });

  it("never throws, and a path without signs matches itself alone", () => {
    const sign = fc.constantFrom(..."ab/*?[]{},!-\\.".split(""), "{n}");
    const pattern = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(pattern, path, (one, text) => {
        assert.equal(typeof compileGlob(one)(text), "boolean");
        const plain = one.replace(/[*?[\]{}\\]/g, "").replace(/^(?:\.?\/)+|\/+$/g, "");
        assert.equal(compileGlob(plain)(plain), true);
        assert.equal(compileGlob(plain)(text), text === plain);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A pattern as its parts, so that the slow matcher does not depend on how patterns are read. */
type Part = "*" | "?" | "**/" | "[ab]" | "[!a]" | string | { readonly either: readonly (readonly Part[])[] };

const flat: fc.Arbitrary<Part> = fc.constantFrom("a", "b", "/", "*", "?", "[ab]", "[!a]", "/**/");
const sequenceOf = (part: fc.Arbitrary<Part>) => fc.array(part, { maxLength: 4 }).map((parts) => parts.filter(isApart));
const group = (part: fc.Arbitrary<Part>) =>
  fc.oneof(part, fc.record({ either: fc.array(sequenceOf(part), { minLength: 2, maxLength: 3 }) }));
const sequence = sequenceOf(group(group(flat)));

const path = fc.array(fc.constantFrom("a", "b", "ab", "/", "c"), { maxLength: 7 }).map((parts) => parts.join(""));

/** Two stars in a row are another pattern. */
function isApart(part: Part, index: number, parts: readonly Part[]): boolean {
  return part !== "*" || parts[index - 1] !== "*";
}

function write(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === "string" ? part : `{${part.either.map(write).join(",")}}`)).join("");
}

function slowly(parts: readonly Part[], text: string): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return text === "";
  if (typeof part !== "string") return part.either.some((one) => slowly([...one, ...rest], text));
  if (part === "*") return slowly(rest, text) || (/^[^/]/.test(text) && slowly(parts, text.slice(1)));
  if (part === "/**/") {
    if (!text.startsWith("/")) return false;
    return [...text].some((sign, i) => sign === "/" && slowly(rest, text.slice(i + 1)));
  }
  const sets: Readonly<Record<string, RegExp>> = { "?": /^[^/]/, "[ab]": /^[ab]/, "[!a]": /^[^a/]/ };
  const set = sets[part];
  return (set === undefined ? text.startsWith(part) : set.test(text)) && slowly(rest, text.slice(1));
}
