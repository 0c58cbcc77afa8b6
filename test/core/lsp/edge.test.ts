import { deepEqual, equal } from "node:assert/strict";
import { mergeCapabilities } from "../../../server/src/lsp/capabilities.ts";
import { type Edge, incoming, outgoing, placesIn } from "../../../server/src/lsp/edge.ts";

const texts = new Map([
  ["file:///w/a%20%281%29.md", "üü: x"],
  ["file:///w/b.md", "🚀: x"],
]);
const edge: Edge = {
  encoding: "utf-8",
  document: (uri) => (texts.has(uri) ? { uri, text: texts.get(uri) ?? "" } : undefined),
  spelling: (uri) => uri.replace("%281%29", "(1)"),
};
const a = "file:///w/a%20%281%29.md";
const spelt = "file:///w/a%20(1).md";
const at = (character: number) => ({ line: 0, character });

describe("the edge", () => {
  it("counts the places of a call in the document that they are in", () => {
    const range = { start: at(1), end: at(2) };
    const there = { start: at(2), end: at(2) };
    const b = "file:///w/b.md";
    const wide = { start: at(4), end: at(4) };
    deepEqual(outgoing([{ from: { uri: b, range: there }, fromRanges: [there] }], edge, a), [
      { from: { uri: b, range: wide }, fromRanges: [wide] },
    ]);
    deepEqual(outgoing([{ to: { uri: b, range: there }, fromRanges: [range] }], edge, a), [
      { to: { uri: b, range: wide }, fromRanges: [{ start: at(2), end: at(4) }] },
    ]);
  });

  it("reads URIs and columns as the client means them", () => {
    const params = {
      textDocument: { uri: spelt },
      position: at(4),
      context: { diagnostics: [{ range: { start: at(2), end: at(4) } }] },
    };
    deepEqual(incoming(params, edge), {
      textDocument: { uri: a },
      position: at(2),
      context: { diagnostics: [{ range: { start: at(1), end: at(2) } }] },
    });
  });

  it("writes URIs and columns as the client means them, in the document that each belongs to", () => {
    const range = { start: at(1), end: at(2) };
    const wide = { start: at(4), end: at(4) };
    deepEqual(outgoing({ range: { start: at(1), end: at(2) } }, edge, a), { range: { start: at(2), end: at(4) } });
    deepEqual(
      outgoing(
        {
          changes: {
            [a]: [{ range, newText: "x" }],
            "file:///w/b.md": [{ range: { start: at(2), end: at(2) }, newText: "" }],
          },
        },
        edge,
        undefined,
      ),
      {
        changes: {
          [spelt]: [{ range: { start: at(2), end: at(4) }, newText: "x" }],
          "file:///w/b.md": [{ range: wide, newText: "" }],
        },
      },
    );
    deepEqual(
      outgoing(
        [{ originSelectionRange: range, targetUri: "file:///w/b.md", targetRange: { start: at(2), end: at(2) } }],
        edge,
        a,
      ),
      [{ originSelectionRange: { start: at(2), end: at(4) }, targetUri: "file:///w/b.md", targetRange: wide }],
    );
    deepEqual(outgoing({ location: { uri: "file:///w/b.md", range: { start: at(2), end: at(2) } } }, edge, a), {
      location: { uri: "file:///w/b.md", range: wide },
    });
  });

  it("leaves alone what comes back as it went, and copies nothing that stays the same", () => {
    const answer = { data: { uri: a, position: at(1) }, command: { arguments: [{ position: at(1) }] }, label: "x" };
    equal(outgoing(answer, edge, a), answer);
    const params = { textDocument: { uri: "file:///w/c.md" }, position: at(7), list: [1, null, "x"] };
    equal(incoming(params, edge), params);
  });

  it("knows in which files an answer has places", () => {
    const answer = [
      { uri: "file:///w/b.md", range: { start: at(0), end: at(3) } },
      { uri: "file:///w/c.md", range: { start: at(0), end: { line: 4, character: 0 } } },
    ];
    deepEqual([...placesIn(answer, undefined)], ["file:///w/b.md"]);
  });
});

describe("capabilities", () => {
  it("are what all features offer together", () => {
    deepEqual(
      mergeCapabilities([
        { hoverProvider: true, workspace: { workspaceFolders: { supported: true } } },
        { completionProvider: { triggerCharacters: ["["] } },
        {
          completionProvider: { triggerCharacters: ["[", ":"], resolveProvider: true },
          workspace: { fileOperations: {} },
        },
      ]),
      {
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true }, fileOperations: {} },
        completionProvider: { triggerCharacters: ["[", ":"], resolveProvider: true },
      },
    );
  });
});
