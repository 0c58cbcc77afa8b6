import assert from "node:assert/strict";
import fc from "fast-check";
import type { CodeAction } from "vscode-languageserver";
import { documentPosition } from "../../../server/src/base/document.ts";
import { codeAction } from "../../../server/src/features/code-action.ts";
import type { State } from "../../../server/src/features/feature.ts";
import { defaultSettings } from "../../../server/src/settings.ts";
import { engineOver, root } from "../../check.ts";
import { able, applied } from "../../check-action.ts";
import { specText } from "../../random-specs.ts";
import "../../seed.ts";

type Files = ReadonlyMap<string, string>;

const files = fc
  .record({ "a.md": specText, "b.md": specText, "specs/c.md": specText })
  .map((texts): Files => new Map(Object.entries(texts)));

function look(texts: Files) {
  const engine = engineOver({ source: "", files: texts, expectations: [] });
  const state = {
    engine,
    workspace: engine.workspace,
    client: able,
    options: { commands: [] },
    document: (uri: string) => ({ uri, text: texts.get(uri.slice(root.length + 1))! }),
    settings: () => defaultSettings,
    tell: String,
    taken: () => [],
    takenSoFar: () => [],
  } as unknown as State;
  const ask = (path: string, at: number, only?: readonly string[]): readonly CodeAction[] => {
    const uri = `${root}/${path}`;
    const position = documentPosition({ uri, text: texts.get(path)! }, at);
    const context = { diagnostics: [], triggerKind: 1, ...(only === undefined ? {} : { only }) };
    const params = { textDocument: { uri }, range: { start: position, end: position }, context };
    const actions = codeAction.requests["textDocument/codeAction"]!(params as never, state, undefined as never);
    return (actions as readonly CodeAction[]).map((action) =>
      action.data === undefined
        ? action
        : (codeAction.requests["codeAction/resolve"]!(action as never, state, undefined as never) as CodeAction),
    );
  };
  const after = (action: CodeAction): Files => {
    const all = new Map([...texts].map(([path, text]) => [`${root}/${path}`, text]));
    return new Map([...applied(action.edit!, all)].map(([uri, text]) => [uri.slice(root.length + 1), text]));
  };
  return { engine, ask, after };
}

const problemsIn = ({ engine }: ReturnType<typeof look>, path: string) => engine.problems(`${root}/${path}`);

describe("whatever can be done anywhere", () => {
  it("has an edit when it is chosen, or says why not", () =>
    fc.assert(
      fc.property(files, fc.nat(), (texts, place) => {
        const seen = look(texts);
        for (const [path, text] of texts)
          for (const { title, edit, disabled } of seen.ask(path, place % (text.length + 1)))
            assert.ok(edit !== undefined || disabled !== undefined, title);
      }),
      { numRuns: 60 },
    ));

  it("is ignored where that is chosen, and nothing else changes", () =>
    fc.assert(
      fc.property(files, fc.nat(), (texts, pick) => {
        const seen = look(texts);
        const path = [...texts.keys()][pick % texts.size]!;
        const problems = problemsIn(seen, path);
        const problem = problems[pick % Math.max(1, problems.length)];
        if (problem === undefined) return;
        const start = problem.range.start;
        const lines = texts.get(path)!.split("\n").slice(0, start.line);
        const at = lines.reduce((sum, line) => sum + line.length + 1, 0) + start.character;
        const action = seen.ask(path, at).find(({ title }) => title === `Ignore ${problem.rule} here`);
        if (action === undefined) return;
        const mended = seen.after(action);
        const later = look(mended);
        const rules = (state: typeof seen) => problemsIn(state, path).map(({ rule }) => rule);
        const count = (list: readonly string[], rule: string) => list.filter((one) => one === rule).length;
        const [before, now] = [rules(seen), rules(later)];
        assert.ok(count(now, problem.rule) < count(before, problem.rule), `${problem.rule} in\n${mended.get(path)}`);
        for (const rule of new Set(now))
          assert.ok(count(now, rule) <= count(before, rule), `${rule}\n${mended.get(path)}`);
      }),
      { numRuns: 60 },
    ));

  it("is mended safely so that a second time finds less, and soon nothing", () =>
    fc.assert(
      fc.property(files, (texts) => {
        let now = texts;
        for (let round = 0; round < 6; round++) {
          const seen = look(now);
          const action = [...now.keys()].flatMap((path) => seen.ask(path, 0, ["source.fixAll"]))[0];
          if (action === undefined) return;
          const next = seen.after(action);
          assert.notDeepEqual(next, now);
          now = next;
        }
        const left = [...now.keys()].flatMap((path) => look(now).ask(path, 0, ["source.fixAll"]));
        assert.deepEqual(left, []);
      }),
      { numRuns: 60 },
    ));
});
