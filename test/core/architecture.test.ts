import assert from "node:assert/strict";
import { circles, type Source, sources, sourcesIn } from "../sources.ts";

/** A room imports only from rooms to its left; rooms on one line do not know each other. */
const rooms: readonly (readonly string[])[] = [
  ["base", "protocol.ts", "look-protocol.ts", "settings.ts"],
  ["plan-protocol.ts", "write-protocol.ts", "syntax", "panel"],
  ["model"],
  ["workspace"],
  ["rules", "roadmap", "edits"],
  ["features"],
  ["host.ts"],
  ["lsp", "cli"],
  ["main"],
];

/** Here there is no waiting, no clock, no file and no machine: the same texts give the same answers. */
const core = ["base", "panel", "syntax", "model", "workspace", "rules", "roadmap", "edits", "features"];

/** What each room takes from elsewhere. A package more is a decision: it stands here. */
const packages: Readonly<Record<string, readonly string[]>> = {
  syntax: ["character-entities", "github-slugger", "yaml"],
  model: ["zod/mini"],
  lsp: ["remark-frontmatter", "remark-gfm", "remark-parse", "unified", "vscode-languageserver"],
  main: [
    "node:child_process",
    "node:crypto",
    "node:fs",
    "node:os",
    "node:path",
    "node:url",
    "node:v8",
    "node:zlib",
    "vscode-languageserver/browser",
    "vscode-languageserver/node",
  ],
};

const clientPackages = [
  "vscode",
  "vscode-languageclient",
  "vscode-languageclient/browser",
  "vscode-languageclient/node",
];

const server = sourcesIn("server/src");
const client = sourcesIn("client/src");
const house = [...server, ...client];

describe("the rooms", () => {
  it("are the ones that this list names", () => {
    for (const file of server) assert.ok(rooms.flat().includes(roomOf(file)), file.path);
  });

  it("import only from their left", () => {
    const rank = (room: string) => rooms.findIndex((names) => names.includes(room));
    const wrong = server.flatMap((file) =>
      file.imports
        .filter(({ to }) => to.startsWith("server/src/"))
        .map(({ to }) => ({ file, to, from: roomOf(file), into: roomOf({ path: to }) }))
        .filter(({ from, into }) => from !== into && rank(into) >= rank(from))
        .map(({ file, to }) => `${file.path} imports ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("take from elsewhere only what this list names, and a language server's package by its types until the edge", () => {
    const taken: Record<string, readonly string[]> = {};
    for (const room of rooms.flat()) {
      const values = takenBy(server.filter((file) => roomOf(file) === room));
      if (values.length > 0) taken[room] = values;
    }
    assert.deepEqual(taken, packages);
  });

  it("speak to nobody and run nothing but the server, and git to read", () => {
    assert.deepEqual(takenBy(client), clientPackages);
    const talking =
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\beval\(|\bnew Function\(|\bchild_process\b|\bcreateTerminal\b/;
    // git is asked by one file, which says what it may do.
    const asksGit = "server/src/main/git.ts";
    for (const { path, code } of house) if (path !== asksGit) assert.doesNotMatch(code, talking, path);
    assert.deepEqual(
      house
        .find(({ path }) => path === asksGit)
        ?.code.match(/execFile\(\s*\w+|programOnPath\("[^"]*"/g)
        ?.map((call) => call.replace(/\s/g, "")),
      ['programOnPath("git"', "execFile(program"],
    );
  });

  it("make no pattern out of what people write: one that is slow would stop the editor", () => {
    const made = server.filter(({ code }) => /\bRegExp\(/.test(code)).map(({ path }) => path);
    // Its pieces stand in the file itself.
    assert.deepEqual(made, ["server/src/model/measure.ts"]);
  });

  it("lie around a core that waits for nothing and looks at no clock", () => {
    const waiting =
      /\basync\b|\bawait\b|\bPromise\b|\bprocess\.|\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/;
    const outside = /\bDate\.|\bnew Date\(\)|\bMath\.random\b|\bconsole\.|\bglobalThis\b/;
    for (const file of core.flatMap((room) => sourcesIn(`server/src/${room}`))) {
      assert.doesNotMatch(file.code, waiting, file.path);
      assert.doesNotMatch(file.code, outside, file.path);
    }
  });

  it("keep no state in a module", () => {
    for (const { path, code } of server) assert.doesNotMatch(code, /^(?:export )?(?:let|var)\b/m, path);
  });

  it("share the protocol and the settings with the client, which import nothing but each other", () => {
    const shared = [
      "server/src/look-protocol.ts",
      "server/src/plan-protocol.ts",
      "server/src/protocol.ts",
      "server/src/settings.ts",
      "server/src/write-protocol.ts",
    ];
    const takenIn = (files: readonly Source[]) =>
      files.flatMap(({ imports }) => imports.map(({ to }) => to)).filter((to) => to.startsWith("server/"));
    assert.deepEqual([...new Set(takenIn(client.filter((file) => !isPanel(file))))].sort(), shared);
    for (const path of shared)
      for (const { to } of sourcesIn(path)[0]?.imports ?? []) assert.ok(shared.includes(to), `${path} imports ${to}`);
  });

  it("draw the panel in a webview with the code of the page, and let it know nothing else of server and client", () => {
    for (const { path, imports } of client.filter(isPanel))
      for (const { to } of imports) assert.match(to, /^(?:server\/src\/panel|client\/src\/webview)\//, path);
    for (const { path, imports } of client.filter((file) => !isPanel(file)))
      for (const { to } of imports) assert.doesNotMatch(to, /^client\/src\/webview\//, path);
  });

  it("stand apart from tests and scripts", () => {
    for (const { path, imports } of house)
      for (const { to } of imports) assert.doesNotMatch(to, /^(?:test|scripts)\//, path);
  });
});

describe("the files", () => {
  it("never import each other in a circle, not even by a type", () => assert.deepEqual(circles(sources), []));

  it("are short: half of them under 100 lines, nine of ten under 250, none over 400", () => {
    const lines = house.map((file) => file.lines).sort((a, b) => a - b);
    const [median, ninth] = [0.5, 0.9].map((share) => lines[Math.floor(lines.length * share)]!);
    assert.ok(median! < 100 && ninth! < 250, `median ${median}, 90th percentile ${ninth}`);
    assert.deepEqual(
      sources.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path} has ${lines} lines`),
      [],
    );
  });

  it("are named in lower case, words joined by hyphens", () => {
    for (const { path } of sources)
      assert.match(path, /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)+[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.(?:ts|mjs)$/);
  });

  it("name things for what they are", () => {
    const doer = /\b(?:class|interface|type|function|const)\s+\w*(?:Manager|Helper|Utils?|Service)\b/;
    for (const { path, code } of house) {
      assert.doesNotMatch(code, doer, path);
      assert.doesNotMatch(path, /(?:manager|helper|util|service)s?\b/);
    }
  });

  it("hold no enum, no default export, no barrel and no `private`", () => {
    for (const { path, code } of sources) {
      assert.doesNotMatch(
        code,
        /^(?:export )?(?:const )?enum\b|^export default\b|^export (?:type )?[*{].*\bfrom\b/m,
        path,
      );
      assert.doesNotMatch(code, /^\s*(?:private|protected|public) (?!constructor)/m, path);
    }
  });

  it("leave nothing switched off, put off or talked away", () => {
    const off = /\b(?:it|describe)\.(?:only|skip)\b|\bx(?:it|describe)\(|\bthis\.skip\(|\bas any\b/;
    const later = /(?:\/\/|\*).*\b(?:TO[D]O|FIX[M]E|XX[X])\b|@ts-(?:ignore|expect-error|nocheck)/;
    for (const { path, code, text } of sources) {
      // This file says what it forbids.
      if (path.endsWith("/architecture.test.ts")) continue;
      assert.doesNotMatch(code, off, path);
      assert.doesNotMatch(text, later, path);
    }
  });
});

function isPanel({ path }: Source): boolean {
  return path.startsWith("client/src/webview/");
}

/** `server/src/rules/rule.ts` stands in `rules`, `server/src/host.ts` in a room of its own. */
function roomOf({ path }: Pick<Source, "path">): string {
  return path.split("/")[2] ?? path;
}

/** The packages whose code the files use, rather than only their types. */
function takenBy(files: readonly Source[]): readonly string[] {
  const values = files.flatMap(({ imports }) => imports.filter(({ to, isType }) => !isType && !isOurs(to)));
  return [...new Set(values.map(({ to }) => to))].sort();
}

/** `package.json` is ours: its version is read from there; so is what we say in other languages. */
function isOurs(to: string): boolean {
  return /^(?:server|client)\//.test(to) || to.startsWith("l10n/") || to === "package.json";
}
