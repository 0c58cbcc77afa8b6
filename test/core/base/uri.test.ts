import { doesNotMatch, equal } from "node:assert/strict";
import fc from "fast-check";
import { canonicalUri, folderUri, nameOf, parentUri, pathOf, uriOf } from "../../../server/src/base/uri.ts";

describe("URIs", () => {
  it("have one spelling, however an editor writes them", () => {
    for (const spelling of [
      "file:///c%3A/Plans/a%20%281%29.md",
      "file:///C:/Plans/a (1).md",
      "file:///c:/Plans/a%20(1).md",
      "FILE:///C%3a/Plans/a%20(1).md",
      "file:///c%3A/Pl%61ns/a%20%281%29%2Emd",
    ])
      equal(canonicalUri(spelling), "file:///c%3A/Plans/a%20%281%29.md", spelling);
  });

  it("keep other schemes, authorities and queries", () => {
    equal(canonicalUri("vscode-vfs://github/org/repo/a b.md"), "vscode-vfs://github/org/repo/a%20b.md");
    equal(canonicalUri("git:/x/a.md?%7B%7D#q"), "git:/x/a.md?%7B%7D#q");
    equal(canonicalUri("untitled:Untitled-1"), "untitled:Untitled-1");
    equal(canonicalUri("no uri"), "no uri");
  });

  it("survive what cannot be decoded or encoded", () => {
    equal(canonicalUri("file:///100%.md"), "file:///100%25.md");
    equal(canonicalUri("file:///%FF%41.md"), "file:///%25FF%2541.md");
    equal(uriOf("file:///w", "\uD800.md"), "file:///w/%EF%BF%BD.md");
  });

  it("are taken apart and put together", () => {
    equal(uriOf("file:///w", "Ziele für 2027/a (1).md"), "file:///w/Ziele%20f%C3%BCr%202027/a%20%281%29.md");
    equal(pathOf("file:///w", "file:///w/Ziele%20f%C3%BCr%202027/a%20%281%29.md"), "Ziele für 2027/a (1).md");
    equal(pathOf("file:///w", "file:///w"), "");
    equal(pathOf("file:///w", "file:///work/a.md"), undefined);
    equal(folderUri("file:///C:/Plans/"), "file:///c%3A/Plans");
    equal(folderUri("file:///"), "file://");
    equal(folderUri("vscode-vfs://github/"), "vscode-vfs://github");
    equal(nameOf("file:///w/a%20%281%29.md"), "a (1).md");
    equal(parentUri("file:///w/b/a.md"), "file:///w/b");
  });

  it("go there and back for any path", () => {
    // Mostly what stands as it is, so that one sign that must not is met alone.
    const signs = fc.constantFrom(..."aaaZ494-_. %#?:()[]&+~\\'é");
    const name = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !text.includes("/")),
      fc.string({ unit: signs, minLength: 1, maxLength: 4 }).filter((text) => !/^\.+$/.test(text)),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const uri = uriOf("file:///w", names.join("/"));
        equal(pathOf("file:///w", uri), names.join("/"));
        equal(canonicalUri(uri), uri);
        doesNotMatch(uri, /[?#]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
