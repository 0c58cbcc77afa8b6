import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import type { Position } from "../../../server/src/base/lines.ts";
import { pseudo } from "../../../server/src/base/pseudo.ts";
import { features } from "../../../server/src/features/all.ts";
import type { State } from "../../../server/src/features/feature.ts";
import { builtinKinds } from "../../../server/src/model/kinds.ts";
import { statusWords } from "../../../server/src/model/phase.ts";
import type { RoadmapChildren } from "../../../server/src/protocol.ts";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { rules } from "../../../server/src/rules/all.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { engineOver, root } from "../../check.ts";
import { stateOver } from "../../feature-state.ts";
import { parseFixture } from "../../fixture.ts";
import { engineOverFolder } from "../../golden.ts";
import { exampleIn, rulePage, switchedOn } from "../../rule-page.ts";

/**
 * In the pseudo-locale every letter of ours is another one. What is left in plain letters are words of the documents and of
 * our vocabulary, which people write, or a sentence that no language can say.
 */
describe("in the pseudo-locale", () => {
  for (const { id } of rules) {
    it(`all that is said about ${id} is translated, and so is every way to mend it`, () => {
      const source = switchedOn(id, exampleIn(rulePage(id), "Bad"));
      const { files } = parseFixture(source);
      const state = stateOf(engineOver(source), files);
      const known = wordsIn([source, ...files.keys()]);
      let said = 0;
      for (const [path, text] of files) {
        for (const problem of state.engine.problems(`${root}/${path}`)) {
          for (const words of [problem.message, ...problem.related.map(({ message }) => message)])
            expectOurs(state.tell(words), known, id);
          said++;
        }
        // Of the one that is too long to be read, the ways to mend each line are those of any other.
        if (text.length > 100_000) continue;
        const end = { line: text.split("\n").length, character: 0 };
        for (const { title } of ask<{ title: string }[]>(state, "textDocument/codeAction", {
          textDocument: { uri: `${root}/${path}` },
          range: { start: { line: 0, character: 0 }, end },
          context: { diagnostics: [] },
        }))
          expectOurs(title, known, id);
      }
      assert.ok(said > 0);
    });
  }

  describe("of the sample", () => {
    const files = filesIn("examples");
    const state = stateOf(engineOverFolder("examples"), files);
    const known = wordsIn([...files.values(), ...files.keys()]);
    const expect = (answer: unknown, what: string): number => {
      const texts = textsIn(answer);
      for (const text of texts) expectOurs(text, known, what);
      return texts.length;
    };

    for (const method of ["textDocument/hover", "textDocument/completion"]) {
      it(`nothing is left of English in any answer to ${method}`, () => {
        let said = 0;
        for (const [path, text] of files)
          for (const position of places(text))
            said += expect(ask(state, method, { textDocument: { uri: `${root}/${path}` }, position }), method);
        assert.ok(said > 100, `${said} texts`);
      });
    }

    for (const method of ["textDocument/codeLens", "textDocument/documentSymbol"]) {
      it(`nothing is left of English in any answer to ${method}`, () => {
        const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
        let said = 0;
        for (const path of files.keys())
          said += expect(ask(state, method, { textDocument: { uri: `${root}/${path}` }, range }), method);
        assert.ok(said > 10, `${said} texts`);
      });
    }

    for (const { id: by } of groupings) {
      it(`nothing is left of English in the roadmap by ${by}`, () => {
        const below = (row?: string): number => {
          const { rows } = ask<RoadmapChildren>(state, "throughline/roadmap/children", {
            by,
            row,
            showDone: row === undefined,
          });
          return rows.reduce((sum, { id, kind: _, ...shown }) => {
            const tooltip = ask(state, "throughline/roadmap/tooltip", { by, row: id, showDone: true });
            return sum + expect(shown, id) + expect(tooltip, id) + (shown.children === "none" ? 0 : below(id));
          }, 0);
        };
        assert.ok(below() > 20);
      });
    }

    it("nothing is left of English in menus and in what can be set", () => {
      expect(ask(state, "throughline/roadmap/groupings", {}), "groupings");
      for (const { title, label, detail } of ask<Record<string, string>[]>(state, "throughline/new/choices", {}))
        expect([title, label, detail], "what a new document may be");
      for (const { item } of state.workspace.projects()[0]!.query.items()) {
        const answer = ask(state, "throughline/fields", { item: item.key }) as { fields: { title: string }[] } | null;
        expect(answer, `fields of ${item.key}`);
      }
    });
  });
});

function stateOf(engine: Engine, files: ReadonlyMap<string, string>): State {
  return stateOver(engine, files, { language: pseudo, settings: { codeLens: "item" } });
}

function ask<Answer = unknown>(state: State, method: string, params: unknown): Answer {
  const feature = features.find(({ requests }) => Object.hasOwn(requests, method));
  assert.ok(feature !== undefined, method);
  return feature.requests[method]!(params as never, state, {} as CancellationToken) as Answer;
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return new Map(
    paths.filter((path) => /\.(?:md|yaml)$/.test(path)).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** Where somebody may point or write: the beginning of a line, behind a colon, and in the middle of both. */
function* places(text: string): Iterable<Position> {
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const colon = written.indexOf(": ");
    yield { line, character: written.search(/\S|$/) };
    if (colon >= 0) yield { line, character: colon + 2 };
  }
}

/** What somebody reads of an answer: not what it goes by, and not what it writes. */
function textsIn(answer: unknown): readonly string[] {
  if (typeof answer === "string") return [answer];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    unread.has(name) && typeof value === "string" ? [] : textsIn(value),
  );
}

const unread = new Set(
  "id uri icon color type children worst item name value newText insertText filterText sortText command arguments data range".split(
    " ",
  ),
);

function expectOurs(text: string, known: ReadonlySet<string>, what: string): void {
  // Addresses and code are nobody's language.
  const plain = text.replace(/\]\([^)]*\)|https?:\S+|`[^`]*`/g, " ");
  const left = [...wordsIn([plain])].filter((word) => !known.has(word) && !vocabulary.has(word));
  assert.deepEqual(left, [], `${what}: ${text}`);
}

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => text.toLowerCase().match(/(?<![\p{L}\p{M}])[a-z]{2,}(?![\p{L}\p{M}])/gu) ?? []),
  );
}

/** What people write into documents whatever language they speak. */
const vocabulary = wordsIn([
  ...builtinKinds.flatMap(({ name, prefixes, synonyms, fields }) => [
    ...[name, ...prefixes, ...synonyms],
    ...fields.flatMap((field) => [field.name, ...field.aliases, ...field.values]),
  ]),
  ...statusWords.map(({ status }) => status),
  ...rules.map(({ id }) => id),
  ...[...readFileSync("docs/throughline.schema.json", "utf8").matchAll(/"([\w-]+)":/g)].map(([, key]) => key!),
  "on track at risk off track now next later throughline yaml md pr faq true false",
]);
