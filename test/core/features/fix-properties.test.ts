import assert from "node:assert/strict";
import fc from "fast-check";
import { documentOffset, documentPosition } from "../../../server/src/base/document.ts";
import { applyEdits, type TextEdit } from "../../../server/src/base/span.ts";
import { type Abilities, noAbilities } from "../../../server/src/features/abilities.ts";
import type { Problem } from "../../../server/src/rules/problem.ts";
import { engineOver, root } from "../../check.ts";
import { type Mend, mends, surroundings } from "../../fixes.ts";
import { configText, specText } from "../../random-specs.ts";
import "../../seed.ts";
import { undoing } from "../../undo.ts";

type Files = ReadonlyMap<string, string>;

const files = fc
  .record({
    "a.md": specText,
    "b.md": specText,
    "specs/c.md": specText,
    "throughline.yaml": fc.option(configText, { freq: 2 }),
  })
  .map(
    (texts): Files => new Map(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null)),
  );

/** What was not read before may have faults of its own, which nobody could see. */
const revealing = /^(?:frontmatter-|unknown-kind$|unknown-field$|duplicate-key$)/;

const crlf = (text: string): string => text.replace(/\r?\n/g, "\r\n");

function look(texts: Files) {
  const engine = engineOver({ source: "", files: texts, expectations: [] });
  const problems = (path: string): readonly Problem[] => engine.problems(`${root}/${path}`);
  return {
    problems,
    mends: (path: string, problem: Problem, can?: Abilities): readonly Mend[] =>
      mends(problem, surroundings(engine, { uri: `${root}/${path}`, text: texts.get(path)! }, can)),
  };
}

/** Every way to mend every problem of every document, tried on its own. */
function eachMend(texts: Files, check: (path: string, problem: Problem, at: number, mend: Mend) => void): void {
  const seen = look(texts);
  for (const path of texts.keys())
    for (const [at, problem] of seen.problems(path).entries())
      for (const mend of seen.mends(path, problem)) check(path, problem, at, mend);
}

describe("every quick fix, over whatever people write", () => {
  const run = (title: string, property: (texts: Files) => void): void => {
    it(title, () => fc.assert(fc.property(files, property), { numRuns: Number(process.env.RUNS ?? 60) }));
  };

  run("makes its problem go, and nothing that counts come", (texts) => {
    const before = look(texts);
    const all = (state: typeof before) => [...texts.keys()].flatMap((path) => state.problems(path));
    const grave = (state: typeof before) => all(state).filter(({ level }) => level === "error" || level === "warning");
    eachMend(texts, (path, problem, _at, mend) => {
      const mended = applyEdits(texts.get(path)!, mend.edits);
      const after = look(new Map(texts).set(path, mended));
      const count = (state: typeof before) => state.problems(path).filter(({ rule }) => rule === problem.rule).length;
      const what = `${problem.rule}: ${mend.title}\n${texts.get(path)}\n=>\n${mended}`;
      const hides = before.problems(path).some(({ rule }) => rule === "duplicate-key");
      // What it stood in front of may have the same fault, and come to stand where it was.
      const isThere = sameAt(after, path, problem, texts.get(path)!, mended, mend.edits) !== undefined;
      assert.ok(hides || !isThere || count(after) < count(before), `still there: ${what}`);
      if (hides || revealing.test(problem.rule)) return;
      // What is begun waits for its title; and where there is a first goal, others may be missing.
      const begins = mended.split("TBD").length > texts.get(path)!.split("TBD").length;
      const come = grave(after).filter(({ rule }) => !begins || !/^(?:missing-title|unknown-reference)$/.test(rule));
      const known = grave(before).map(({ rule, message }) => `${rule} ${message}`);
      const fresh = come.map(({ rule, message }) => `${rule} ${message}`).filter((one) => !known.includes(one));
      assert.ok(come.length <= known.length, `${fresh.join("\n")} came: ${what}`);
    });
  });

  run("begins a document where none lies, to which its link then leads", (texts) => {
    const before = look(texts);
    const able = { ...noAbilities, create: true };
    // Of what two documents are called neither is meant.
    if ([...texts.keys()].some((path) => before.problems(path).some(({ rule }) => rule === "duplicate-id"))) return;
    for (const path of texts.keys())
      for (const problem of before.problems(path))
        for (const { title, edits, files: made = [] } of before.mends(path, problem, able)) {
          const created = made.flatMap((file) => (file.type === "create" ? [file] : []));
          if (created.length === 0) continue;
          const now = new Map(texts).set(path, applyEdits(texts.get(path)!, edits));
          for (const file of created) {
            assert.ok(!now.has(file.path), `${title}: something lies at ${file.path}`);
            now.set(file.path, file.text);
          }
          const after = look(now);
          const what = `${problem.rule}: ${title}\n${texts.get(path)}\n=>\n${now.get(path)}\n${created[0]!.text}`;
          const mended = now.get(path)!;
          assert.ok(!sameAt(after, path, problem, texts.get(path)!, mended, edits), `still there: ${what}`);
          for (const file of created) {
            const errors = after.problems(file.path).filter(({ level }) => level === "error");
            assert.deepEqual(errors, [], what);
          }
        }
  });

  run("is not offered again, however often it is asked for", (texts) => {
    eachMend(texts, (path, problem, _at, mend) => {
      let now = texts;
      let { edits } = mend;
      for (let times = 0; times < 6; times++) {
        const text = now.get(path)!;
        const mended = applyEdits(text, edits);
        assert.notEqual(mended, text, `${problem.rule}: ${mend.title}\n${text}`);
        now = new Map(now).set(path, mended);
        const after = look(now);
        const same = sameAt(after, path, problem, text, mended, edits);
        const again = same && after.mends(path, same).find(({ title }) => title === mend.title);
        if (again === undefined) return;
        edits = again.edits;
      }
      assert.fail(`${problem.rule}: ${mend.title} comes again and again\n${texts.get(path)}\n=>\n${now.get(path)}`);
    });
  });

  run("edits apart, and keeps Windows line endings", (texts) => {
    const windows = new Map([...texts].map(([path, text]) => [path, crlf(text)]));
    const there = look(windows);
    eachMend(texts, (path, _problem, at, mend) => {
      const ordered = [...mend.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      for (const [index, edit] of ordered.entries())
        assert.ok(index === 0 || ordered[index - 1]!.span.end <= edit.span.start, mend.title);
      const problem = there.problems(path)[at]!;
      const same = there.mends(path, problem).find(({ title }) => title === mend.title);
      assert.ok(same !== undefined, `${mend.title} is offered there too`);
      const expected = crlf(applyEdits(texts.get(path)!, mend.edits));
      assert.equal(applyEdits(windows.get(path)!, same.edits), expected, `${problem.rule}: ${mend.title}`);
    });
  });

  run("is undone to the byte", (texts) => {
    eachMend(texts, (path, _problem, _at, { edits }) => {
      const text = texts.get(path)!;
      assert.equal(applyEdits(applyEdits(text, edits), undoing(text, edits)), text);
    });
  });
});

/** A problem of the same rule at the same place of the text after some edits. */
function sameAt(
  after: ReturnType<typeof look>,
  path: string,
  { rule, range }: Problem,
  text: string,
  mended: string,
  edits: readonly TextEdit[],
): Problem | undefined {
  const offset = documentOffset({ uri: path, text }, range.start);
  const there = documentPosition({ uri: path, text: mended }, moved(offset, edits));
  return after
    .problems(path)
    .find(
      ({ rule: other, range: { start } }) =>
        other === rule && start.line === there.line && start.character === there.character,
    );
}

/** Where a place of the text is after some edits; in what is replaced, where that begins. */
function moved(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.end <= offset && span.start < offset) shift += newText.length - (span.end - span.start);
    else if (span.start < offset) return span.start + shift;
  }
  return offset + shift;
}
