import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as oniguruma from "vscode-oniguruma";
import * as textmate from "vscode-textmate";
import { builtinKinds } from "../../server/src/model/kinds.ts";

/**
 * Our injection on top of VS Code's own Markdown grammar. A test marks what has to be coloured: `‹FEAT-1›` for an id,
 * `«goals/growth»` for the target of a `[[link]]`; everything else in it has to keep the scopes it had without us.
 */
describe("the colours of ids and links in Markdown", () => {
  let plain: textmate.IGrammar;
  let coloured: textmate.IGrammar;

  before(async () => {
    plain = await loadMarkdown([]);
    coloured = await loadMarkdown([...ours.keys()]);
  });

  const check = (marked: string) => assert.equal(mark(coloured, plain, marked.replace(/[‹›«»]/g, "")), marked);

  it("colours ids in headings, prose, lists, quotes and emphasis", () =>
    check(
      [
        "# ‹PRD-1›: Checkout",
        "",
        "One-tap pay (‹FEAT-12›) needs ‹FEAT-9›, ‹FEAT-10›. See **‹KPI-1›** and *‹GOAL-1›*'s goal.",
        "",
        "- ‹FEAT-12› first",
        "- [ ] **‹FR-3›:** a card is tried again",
        "",
        "1. ‹NFR-2›: fast",
        "",
        "> ‹DEC-3› says so",
        "",
        "‹FEAT-12› first, and **‹FEAT-9›** next",
        "    in an indented line with `code`",
        "",
        "Setext ‹LAUNCH-1›",
        "------",
        "### ‹FEAT-12›: One-tap pay",
      ].join("\n"),
    ));

  it("colours ids in table cells", () =>
    check(
      [
        "| ID | What | Depends on |",
        "|---|---|---|",
        "| ‹FR-1› | pays | ‹FEAT-9›, ‹FEAT-10› |",
        "| x | **‹KPI-5›** | |",
      ].join("\n"),
    ));

  it("colours a requirement of another document as one reference", () =>
    check("as in ‹PRD-1›/‹FR-2› and ‹FEAT-3›/‹NFR-4›."));

  it("colours ids in the block at the top, and not in its comments and addresses", () =>
    check(
      [
        "---",
        "type: feature",
        "id: ‹FEAT-12›",
        "# was FEAT-11",
        "goals: ‹GOAL-1›, ‹GOAL-2›",
        "kpis:",
        "  - ‹KPI-1›",
        "  - id: ‹KPI-2›",
        '    note: "like ‹KPI-3›" # not KPI-4',
        "depends-on: [‹FEAT-9›, '‹FEAT-10›']",
        "parent: [[«‹PRD-1›»]]",
        "pairs: [[a, b]]",
        "insights: ‹PRD-1›/‹FR-2›",
        "FEAT-3: a key",
        "figma: https://figma.example/FEAT-12?id=FEAT-13",
        "---",
        "",
        "‹FEAT-12›",
      ].join("\n"),
    ));

  it("colours links in double brackets", () =>
    check("See [[«growth»]], [[«goals/growth»#Why now]], [[«‹FEAT-12›»|one tap]] and ![[«a picture»]]."));

  it("leaves brackets alone that are no links", () =>
    check("[[1, 2], [3, 4]] and [[ -f x ]] and \\[[x]] and [[text]](page.md) and [[]] and [x] and [[a][b]]."));

  it("leaves fenced and indented code alone", () =>
    check(
      [
        "```",
        "FEAT-1 [[x]]",
        "```",
        "",
        "~~~yaml",
        "id: FEAT-1",
        "~~~",
        "",
        "```ts",
        'const id = "FEAT-1";',
        "```",
        "",
        "    FEAT-1 [[x]]",
        "",
        "- item",
        "",
        "  ```",
        "  FEAT-1",
        "  ```",
        "",
        "‹FEAT-2›",
      ].join("\n"),
    ));

  it("leaves inline code alone", () => check("`FEAT-1`, ``[[x]] FEAT-1`` and ‹FEAT-2›"));

  it("leaves addresses and the texts of links alone", () =>
    check(
      [
        "https://x.example/FEAT-1?a=FEAT-2#FEAT-3 and <https://x.example/?FEAT-4> and ‹FEAT-5›,",
        "[FEAT-6](https://x.example/FEAT-7 'FEAT-8'), ![FEAT-9](FEAT-10.png), [FEAT-11][a].",
        "(https://x.example/FEAT-1) ‹FEAT-12›",
        "",
        "[a]: https://x.example/FEAT-13",
      ].join("\n"),
    ));

  it("leaves comments and HTML tags alone", () =>
    check(
      [
        "<!-- FEAT-1 -->",
        "",
        "<!--",
        "[[x]] FEAT-2",
        "-->",
        "",
        'text <a id="FEAT-3"></a> <!-- FEAT-4 --> ‹FEAT-5›',
      ].join("\n"),
    ));

  it("leaves alone what only looks like an id", () =>
    check(
      "UTF-8, ISO-8601, SHA-256, COVID-19, feat-1, Feat-1, FEAT-, XFEAT-1, FEAT-1a, FEAT-1-2, a_FEAT-1, a/FEAT-1, FEAT-1/x.",
    ));

  it("knows the prefixes of all kinds", () => {
    const prefixes = builtinKinds.flatMap((kind) => kind.prefixes);
    assert.ok(prefixes.length >= 10);
    for (const prefix of prefixes) check(`see ‹${prefix}-1›.`);
  });

  it("leaves strings strings in the block at the top, and makes nothing of it invalid", () => {
    const text = [
      "---",
      "id: FEAT-12",
      "goals: GOAL-1, GOAL-2,GOAL-3",
      "kpis:",
      "  - KPI-1, KPI-2 # KPI-3",
      "  - KPI-4,",
      "depends-on: [FEAT-9, 'FEAT-10', FEAT-11]",
      "features: { id: FEAT-4, parent: PRD-1 }",
      "insights: [",
      "  INS-1,",
      "  INS-2,",
      "]",
      "parent: PRD-1/FR-2",
      "FEAT-3: no id of ours",
      'title: "FEAT-1, FEAT-2" ',
      "figma: https://figma.example/FEAT-12",
      "note: FEAT-5 is next",
      "---",
    ].join("\n");
    // Blanks and commas at the edge of a string may go either way, as long as nothing becomes invalid.
    const string = /^string/;
    const shown = (line: readonly Character[] | undefined, scope: RegExp) =>
      line
        ?.map(({ text, scopes }) =>
          (/[ ,]/.test(text) && scope === string) || !scopes.some((name) => scope.test(name)) ? " " : text,
        )
        .join("");
    const before = scopesOf(plain, text);
    for (const [row, line] of scopesOf(coloured, text).entries()) {
      for (const scope of [string, /^invalid/]) assert.equal(shown(line, scope), shown(before[row], scope));
    }
  });

  it("is made of injections into Markdown", () => {
    assert.equal(ours.size, 2);
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    for (const grammar of manifest.contributes.grammars) {
      assert.deepEqual(grammar.injectTo, ["text.html.markdown"]);
      assert.equal(JSON.parse(readFileSync(grammar.path, "utf8")).scopeName, grammar.scopeName);
    }
  });
});

/** Our injections as the manifest contributes them: scope name and file. */
const ours: ReadonlyMap<string, string> = new Map(
  (JSON.parse(readFileSync("package.json", "utf8")).contributes.grammars as { scopeName: string; path: string }[]).map(
    (grammar) => [grammar.scopeName, grammar.path],
  ),
);

/** The text with what we colour between marks. Fails where a character that we do not colour lost or won a scope. */
function mark(coloured: textmate.IGrammar, plain: textmate.IGrammar, text: string): string {
  const before = scopesOf(plain, text);
  return scopesOf(coloured, text)
    .map((line, row) => {
      let marked = "";
      let open: readonly string[] = [];
      for (const [column, character] of line.entries()) {
        const ours = character.scopes.filter((scope) => scope.endsWith(".throughline"));
        const now = marksOf(ours);
        if (ours.length === 0) {
          assert.deepEqual(
            kinds(character.scopes),
            kinds(before[row]?.[column]?.scopes ?? []),
            `line ${row + 1}: ${text}`,
          );
        }
        marked += closing(open, now) + opening(open, now) + character.text;
        open = now;
      }
      return marked + closing(open, []);
    })
    .join("\n");
}

/** What tells code, comment, link, heading and string apart; the finer scopes of YAML's scalars are not ours to hold. */
function kinds(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => !/\.yaml$/.test(scope) || /^(comment|entity)/.test(scope));
}

/** The marks that are open at a character, the outer one first. */
function marksOf(scopes: readonly string[]): readonly string[] {
  const link = scopes.includes("markup.underline.link.throughline") ? ["«"] : [];
  const id = scopes.includes("entity.name.type.id.throughline") ? ["‹"] : [];
  return [...link, ...id];
}

function opening(open: readonly string[], now: readonly string[]): string {
  return now.filter((mark) => !open.includes(mark)).join("");
}

function closing(open: readonly string[], now: readonly string[]): string {
  const closed = open.filter((mark) => !now.includes(mark));
  return closed
    .reverse()
    .map((mark) => (mark === "«" ? "»" : "›"))
    .join("");
}

interface Character {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Each line's characters with their scopes. */
function scopesOf(grammar: textmate.IGrammar, text: string): readonly (readonly Character[])[] {
  let state = textmate.INITIAL;
  return text.split("\n").map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return [...line].map((character, column) => ({
      text: character,
      scopes: result.tokens.find((token) => token.startIndex <= column && column < token.endIndex)?.scopes ?? [],
    }));
  });
}

/** VS Code's Markdown grammar with the injections of those scope names. */
async function loadMarkdown(injections: readonly string[]): Promise<textmate.IGrammar> {
  const require = createRequire(import.meta.url);
  const read = (path: string) => textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
  const files = new Map([
    ["text.html.markdown", "markdown"],
    ["text.html.derivative", "html-derivative"],
    ["text.html.basic", "html"],
    ["source.yaml", "yaml"],
    ["source.ts", "typescript"],
  ]);
  const registry = new textmate.Registry({
    onigLib: loadOniguruma(),
    getInjections: (scopeName) => (scopeName === "text.html.markdown" ? [...injections] : []),
    loadGrammar: async (scopeName) => {
      const own = ours.get(scopeName);
      if (own !== undefined) return read(own);
      const file = files.get(scopeName);
      return file === undefined ? null : read(require.resolve(`tm-grammars/grammars/${file}.json`));
    },
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  assert.ok(grammar);
  return grammar;
}

let loaded: Promise<void> | undefined;

async function loadOniguruma() {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  loaded ??= oniguruma.loadWASM(readFileSync(wasm));
  await loaded;
  return {
    createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  };
}
