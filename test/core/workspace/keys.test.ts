import assert from "node:assert/strict";
import fc from "fast-check";
import { readDay } from "../../../server/src/base/day.ts";
import { edgesKey } from "../../../server/src/workspace/contributions.ts";
import { phaseOf, textOf, timeframeOf } from "../../../server/src/workspace/plan.ts";
import type { Project } from "../../../server/src/workspace/project.ts";
import type { Edge, Found, Query, Resolution } from "../../../server/src/workspace/query.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

interface Answer {
  readonly said: string;
  readonly keys: ReadonlySet<string>;
}

describe("a question about the plan", () => {
  it("has another answer only when one of the keys that it looked at is named as changed", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
        const world = plannedWorld();
        const changed = changedKeys(world.engine.workspace);
        let before = answers(world.engine.workspace);
        for (const next of steps) {
          changed.clear();
          take(world, next);
          const after = answers(world.engine.workspace);
          for (const [project, questions] of before) {
            const keys = changed.get(project) ?? new Set();
            for (const [question, { said, keys: looked }] of questions) {
              const now = after.get(project)?.get(question);
              if (now === undefined || now.said === said || intersect(looked, keys)) continue;
              assert.fail(`${question}\nwas ${said}\nis  ${now.said}\nlooked at ${[...looked].join(", ")}`);
            }
          }
          before = after;
        }
      }),
      { numRuns },
    );
  });
});

/** Collects what the workspace says has changed, by project. */
function changedKeys(workspace: Workspace): Map<Project, Set<string>> {
  const all = new Map<Project, Set<string>>();
  const apply = workspace.apply.bind(workspace);
  workspace.apply = (changes) => {
    const applied = apply(changes);
    for (const [project, { keys, edges }] of applied.changed) {
      const touched = Array.from(edges, ({ path, index }) => edgesKey(path, index));
      all.set(project, new Set([...(all.get(project) ?? []), ...keys, ...touched]));
    }
    return applied;
  };
  return all;
}

function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** Every question that a rule might ask about an item or a link, each asked alone. */
function answers(workspace: Workspace): ReadonlyMap<Project, ReadonlyMap<string, Answer>> {
  return new Map(workspace.projects().map((project) => [project, answersIn(project)]));
}

function answersIn(project: Project): ReadonlyMap<string, Answer> {
  const all = new Map<string, Answer>();
  const ask = (question: string, answer: (query: Query) => unknown): void => {
    const keys = new Set<string>();
    const said = JSON.stringify(answer(project.ask((key) => keys.add(key)))) ?? "undefined";
    all.set(question, { said, keys });
  };
  ask("items", (query) => query.items().map(show));
  for (const word of ["GAOL-1", "KPI-01", "growht", "notes/n", "FETA-2"])
    ask(`near ${word}`, (query) => query.near(word, []) && show(query.near(word, [])!));
  ask("today", (query) => query.today);
  for (const day of ["2026-11-21", "2026-11-22", "2027-04-30"])
    ask(`past ${day}`, (query) => query.isPast(readDay(day)!));
  for (const path of project.paths()) {
    const file = project.summary(path)!;
    ask(`anchors of ${path}`, (query) => query.file(path)?.anchors);
    for (const index of file.items.keys()) askAboutItem(path, index, ask);
    for (const { paths } of file.bodyLinks) {
      for (const to of paths) ask(`exists ${to}`, (query) => query.exists(to));
    }
  }
  for (const name of ["GOAL-1", "FEAT-1", "PRD-1", "KPI-0", "a", "PRD-1/FR-1", "FR-1", "nothing", "notes/n.md"]) {
    ask(`claims ${name}`, (query) => query.claims(name).map(show));
    ask(`definition ${name}`, (query) => query.definition(name) && show(query.definition(name)!));
    ask(`resolve ${name}`, (query) => {
      const from = query.file("b.md");
      return from && resolution(query.resolve(from, { type: "name", name }));
    });
  }
  for (const prefix of ["GOAL", "FEAT", "KPI"]) ask(`prefix ${prefix}`, (query) => query.hasPrefix(prefix));
  return all;
}

function askAboutItem(
  path: string,
  index: number,
  ask: (name: string, answer: (query: Query) => unknown) => void,
): void {
  const about = (name: string, answer: (found: Found, query: Query) => unknown): void =>
    ask(`${name} of ${path}#${index}`, (query) => {
      const found = query.at(path, index);
      return found && answer(found, query);
    });
  about("itself", show);
  about("phase", (found, query) => phaseOf(query, found));
  about("time", (found, query) => timeframeOf(query, found));
  about("owner", (found) => textOf(found, "owner"));
  for (const name of [undefined, "kpis", "goals", "parent", "depends-on"]) {
    about(`outgoing ${name}`, (found, query) => query.outgoing(found, name).map((one) => edge(one, query)));
    about(`incoming ${name}`, (found, query) => query.incoming(found, name).map((one) => edge(one, query)));
  }
  about("ring", (found, query) => query.cycle(found)?.map(show));
  about("links", (found, query) =>
    [...found.item.fields.values()].flatMap(({ links }) =>
      links.map(({ target }) => resolution(query.resolve(found, target))),
    ),
  );
}

function show({ file, index, item }: Found): string {
  return `${file.path}#${index} ${item.key} ${item.title}`;
}

function edge({ name, from, to, writer, values }: Edge, query: Query): unknown {
  const ends = [from, to].map((end) => [show(end), phaseOf(query, end), timeframeOf(query, end), textOf(end, "owner")]);
  return [name, ends, show(writer), [...values].map(([key, { text }]) => [key, text])];
}

function resolution(answer: Resolution): unknown {
  if (answer.type === "item") return show(answer.found);
  return answer.type === "ambiguous" ? answer.found.map(show) : answer;
}
