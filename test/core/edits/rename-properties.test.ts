import assert from "node:assert/strict";
import fc from "fast-check";
import { uriOf } from "../../../server/src/base/uri.ts";
import { moveFiles } from "../../../server/src/edits/renaming/move-files.ts";
import { renameItem } from "../../../server/src/edits/renaming/rename-item.ts";
import type { Renaming } from "../../../server/src/edits/renaming/renaming.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import type { Problem } from "../../../server/src/rules/problem.ts";
import { root } from "../../check.ts";
import { specText } from "../../random-specs.ts";
import { engineOf, type Files, renamed } from "../../renamed.ts";

const paths = [
  "a.md",
  "b.md",
  "specs/c.md",
  "specs/README.md",
  "inner/e.md",
  "prd-1.md",
  "goal-1-growth.md",
  "x y/FEAT-1.md",
];

const plan: fc.Arbitrary<Files> = fc
  .tuple(fc.subarray(paths, { minLength: 2 }), fc.array(specText, { minLength: paths.length, maxLength: paths.length }))
  .map(([chosen, texts]) => new Map([...chosen.map((path, at) => [path, texts[at]!] as const), ["specs/z.md", ""]]));

const runs = { numRuns: Number(process.env.RUNS ?? 60) };

describe("a renaming", () => {
  it("and another back leave every byte as it was", () => {
    const hasHappened = { count: 0 };
    fc.assert(
      fc.property(plan, fc.nat(), (files, pick) => {
        const chosen = choose(engineOf(files), pick);
        fc.pre(chosen !== undefined && !chosen.isOwnAlias);
        const there = renamed(files, [chosen!.renaming], chosen!.renaming.moves.all);
        const { query } = project(engineOf(there));
        const found = query.items().find(({ item }) => item.id === chosen!.to);
        assert.ok(found !== undefined, `${chosen!.to} is nowhere`);
        const { renaming } = renameItem(project(engineOf(there)), found, chosen!.from, { movesFiles: true });
        fc.pre(renaming !== undefined);
        hasHappened.count++;
        const back = renamed(there, [renaming!], renaming!.moves.all);
        assert.deepEqual(Object.fromEntries(back), Object.fromEntries(files));
      }),
      runs,
    );
    assert.ok(hasHappened.count > 20);
  });

  it("leaves the findings as they were, but for the id", () => {
    fc.assert(
      fc.property(plan, fc.nat(), (files, pick) => {
        const before = engineOf(files);
        const chosen = choose(before, pick);
        fc.pre(chosen?.isAlone === true);
        const { renaming } = chosen!;
        const after = engineOf(renamed(files, [renaming], renaming.moves.all));
        assert.deepEqual(findings(after), findings(before, renaming));
      }),
      runs,
    );
  });

  it("that keeps the former id makes no new error", () => {
    fc.assert(
      fc.property(plan, fc.nat(), (files, pick) => {
        const before = engineOf(files);
        const chosen = choose(before, pick, true);
        fc.pre(chosen?.isAlone === true);
        const { renaming } = chosen!;
        const after = engineOf(renamed(files, [renaming], renaming.moves.all));
        assertNoMore(errors(after), errors(before));
      }),
      runs,
    );
  });
});

describe("moving", () => {
  const target = fc.constantFrom(
    "new.md",
    "specs/new one.md",
    "deep/er/50% #1, (x) [y].md",
    "inner/ünï 🎯.md",
    "Zeta.md",
  );

  it("a file or a folder breaks no link", () => {
    fc.assert(
      fc.property(plan, fc.nat(), target, fc.boolean(), (files, pick, to, isFolder) => {
        const all = [...files.keys()].filter((path) => path !== "specs/z.md");
        const path = all[pick % all.length]!;
        const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
        const [from, goes] = isFolder && folder !== undefined ? [folder, `moved & ${folder}`] : [path, to];
        fc.pre(!files.has(goes));
        const moves = [{ from: uriOf(root, from), to: uriOf(root, goes) }];
        const before = engineOf(files);
        const after = engineOf(renamed(files, moveFiles(before.workspace, moves), moves));
        assertNoMore(broken(after), broken(before));
      }),
      runs,
    );
  });
});

/** Some item with an id, and an id as long that stands nowhere. */
function choose(engine: Engine, pick: number, keeps = false) {
  const { query } = project(engine);
  const items = query.items().filter(({ item }) => item.id !== undefined);
  const found = items[pick % Math.max(1, items.length)];
  if (found === undefined) return undefined;
  const from = found.item.id!;
  const to = from.replace(/\d+$/, "7");
  const { renaming } = renameItem(project(engine), found, to, { movesFiles: true, keeps });
  const isOwnAlias = found.item.fields.get("aliases")?.values.some(({ text }) => text === from) === true;
  return renaming === undefined
    ? undefined
    : { renaming, from, to, isAlone: query.claims(found.item.key).length === 1, isOwnAlias };
}

function project(engine: Engine) {
  return engine.workspace.projects()[0]!;
}

/** Every finding by its rule and place, where `renaming` says that its file will be. */
function findings(engine: Engine, renaming?: Renaming): readonly string[] {
  return engine
    .reportable()
    .flatMap((uri) =>
      engine
        .problems(uri)
        .map(({ rule, level, range }) => `${renaming?.moves.of(uri) ?? uri} ${level} ${rule} ${JSON.stringify(range)}`),
    )
    .sort();
}

type Counts = Readonly<Record<string, number>>;

function assertNoMore(after: Counts, before: Counts): void {
  for (const [rule, count] of Object.entries(after))
    assert.ok(count <= (before[rule] ?? 0), `${rule} speaks more often`);
}

/** How often each rule finds an error. */
function errors(engine: Engine): Counts {
  return countOf(engine, ({ level }) => level === "error");
}

/** How often each rule about links speaks. */
function broken(engine: Engine): Counts {
  return countOf(engine, ({ rule }) => /^(?:broken-|unknown-re|ambiguous|wrong-kind)/.test(rule));
}

function countOf(engine: Engine, isMeant: (problem: Problem) => boolean): Counts {
  const counts: Record<string, number> = {};
  for (const uri of engine.reportable())
    for (const problem of engine.problems(uri))
      if (isMeant(problem)) {
        // What does not lead to an item may not lead to a requirement either.
        const rule = problem.rule.replace("unknown-requirement", "unknown-reference");
        counts[rule] = (counts[rule] ?? 0) + 1;
      }
  return counts;
}
