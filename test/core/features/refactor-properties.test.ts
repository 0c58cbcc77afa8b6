import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { PlanEdit } from "../../../server/src/edits/plan-edit.ts";
import { refactors } from "../../../server/src/features/refactors/all.ts";
import type { RefactorContext } from "../../../server/src/features/refactors/refactor.ts";
import { ownersOf, phaseOf, textOf } from "../../../server/src/workspace/plan.ts";
import { engineOver, root } from "../../check.ts";
import { surroundings } from "../../fixes.ts";
import { specText } from "../../random-specs.ts";
import "../../seed.ts";
import { undoing } from "../../undo.ts";

type Files = ReadonlyMap<string, string>;

const files = fc
  .record({ "a.md": specText, "b.md": specText, "specs/c.md": specText })
  .map((texts): Files => new Map(Object.entries(texts)));

const crlf = (text: string): string => text.replace(/\r?\n/g, "\r\n");
const able = { create: true, rename: true, remove: true } as never;

interface Change {
  readonly refactor: string;
  readonly title: string;
  readonly edit: PlanEdit;
}

function look(texts: Files) {
  const engine = engineOver({ source: "", files: texts, expectations: [] });
  const document = (path: string) => ({ uri: `${root}/${path}`, text: texts.get(path)! });
  const offers = (path: string, at: number): readonly Change[] => {
    const around = surroundings(engine, document(path), able, (uri) => document(uri.slice(root.length + 1)));
    const context: RefactorContext = { ...around, at };
    return refactors.flatMap(({ kind, offers: all }) =>
      all(context).flatMap(({ title, edit, disabled }): Change[] => {
        assert.ok((edit === undefined) !== (disabled === undefined), String(title));
        const change = edit?.();
        if (edit !== undefined) assert.ok(change !== undefined, `${title} has an edit`);
        return change === undefined ? [] : [{ refactor: kind, title: String(title), edit: change }];
      }),
    );
  };
  const errors = () =>
    [...texts.keys()].flatMap((path) => engine.problems(`${root}/${path}`)).filter(({ level }) => level === "error");
  return { engine, offers, errors };
}

/** What is offered somewhere, mostly where something is. */
function eachChange(texts: Files, place: number, check: (path: string, at: number, change: Change) => void): void {
  const seen = look(texts);
  for (const [path, text] of texts) {
    const tried = new Set<string>();
    for (let at = place % 11; at <= text.length; at += 11)
      for (const change of seen.offers(path, at)) {
        const what = `${change.title} ${JSON.stringify(change.edit.edits)}`;
        if (!tried.has(what)) check(path, at, change);
        tried.add(what);
      }
  }
}

function after(texts: Files, path: string, { edits, files: others = [] }: PlanEdit): Files {
  const all = new Map(texts);
  all.set(path, applyEdits(all.get(path)!, edits));
  for (const other of others) {
    if (other.type === "create") {
      assert.ok(!all.has(other.path), `nothing lies at ${other.path}`);
      all.set(other.path, other.text);
    } else if (other.type === "delete") assert.ok(all.delete(other.path));
    else assert.fail(other.type);
  }
  return all;
}

/** What the plan says about everything that has an id. */
function planIn({ engine }: ReturnType<typeof look>) {
  const { query } = engine.workspace.projects()[0]!;
  return new Map(
    query.items().flatMap((found) => {
      const { id, key, kind, title, titled, base } = found.item;
      if (id === undefined || base === "requirement" || query.claims(key).length > 1) return [];
      const edges = query.outgoing(found).flatMap(({ name, to }) => {
        const isMeant = { kpis: "kpi", goals: "goal" }[name] ?? to.item.base;
        return isMeant === to.item.base ? [`${name} ${to.item.title}`] : [];
      });
      const time = textOf(found, "timeframe");
      const facts = [kind, titled ? title : "", phaseOf(query, found), ownersOf(found), time];
      return [[key, { edges, facts }] as const];
    }),
  );
}

const shown = (texts: Files): string => [...texts].map(([path, text]) => `//- ${path}\n${text}`).join("");

describe("every change where nothing is wrong, over whatever people write", () => {
  const run = (title: string, property: (texts: Files, place: number) => void): void => {
    it(title, () => fc.assert(fc.property(files, fc.nat(10), property), { numRuns: Number(process.env.RUNS ?? 30) }));
  };

  run("has edits apart and in the text, of which none is empty", (texts, place) => {
    eachChange(texts, place, (path, _at, { title, edit }) => {
      const { length } = texts.get(path)!;
      const ordered = [...edit.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      for (const [index, { span }] of ordered.entries()) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, title);
        assert.ok(index === 0 || ordered[index - 1]!.span.end <= span.start, `${title}\n${texts.get(path)}`);
      }
      assert.notDeepEqual(after(texts, path, edit), texts, title);
    });
  });

  run("is undone to the byte", (texts, place) => {
    eachChange(texts, place, (path, _at, { title, edit: { edits } }) => {
      const text = texts.get(path)!;
      assert.equal(applyEdits(applyEdits(text, edits), undoing(text, edits)), text, title);
    });
  });

  run("brings no error", (texts, place) => {
    const before = look(texts).errors();
    eachChange(texts, place, (path, _at, { title, edit }) => {
      const now = after(texts, path, edit);
      const errors = look(now).errors();
      const come = errors.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
      assert.ok(errors.length <= before.length, `${title} in ${path}\n${shown(texts)}\n=>\n${shown(now)}\n${come}`);
    });
  });

  run("leaves the plan as it is, where something moves to a file of its own", (texts, place) => {
    const seen = look(texts);
    // What two items are called leads to neither, and what is no plan is none afterwards.
    if (seen.errors().some(({ rule }) => /^(?:duplicate-id|self-reference|wrong-kind)$/.test(rule))) return;
    if ([...texts.values()].some((text) => /^id: (\S+)$[\s\S]*\{ id: \1,/m.test(text))) return;
    const before = planIn(seen);
    eachChange(texts, place, (path, _at, { refactor, title, edit }) => {
      if (refactor !== "refactor.extract") return;
      const now = after(texts, path, edit);
      const what = `${title} in ${path}\n${shown(texts)}\n=>\n${shown(now)}`;
      const then = planIn(look(now));
      for (const [id, { edges, facts }] of before) {
        assert.deepEqual(then.get(id)?.facts, facts, `${id}: ${what}`);
        // What is said in a field from then on may be inherited.
        for (const edge of edges) assert.ok(then.get(id)!.edges.includes(edge), `${id} ${edge}: ${what}`);
      }
    });
  });

  run("keeps Windows line endings", (texts, place) => {
    const windows = new Map([...texts].map(([path, text]) => [path, crlf(text)]));
    const there = look(windows);
    eachChange(texts, place, (path, at, { title, edit }) => {
      const breaks = texts.get(path)!.slice(0, at).split("\n").length - 1;
      const same = there.offers(path, at + breaks).find((other) => other.title === title);
      assert.ok(same !== undefined, `${title} is offered there too\n${texts.get(path)}`);
      const expected = new Map([...after(texts, path, edit)].map(([name, text]) => [name, crlf(text)]));
      assert.deepEqual(after(windows, path, same.edit), expected, title);
    });
  });
});
