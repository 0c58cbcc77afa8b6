import { prepareRoadmap } from "../roadmap/prepare.ts";
import type { Engine } from "../rules/engine.ts";
import type { Project } from "../workspace/project.ts";
import { inTurns, turns } from "./later.ts";

/** Looks up what the roadmap and who asks for references will want to know, a few milliseconds at a time. False where something changed meanwhile. */
export async function prepare(engine: Engine): Promise<boolean> {
  const { changes } = engine;
  const pausing = turns(slice);
  for (const project of engine.workspace.projects()) {
    for (const _ of steps(project, engine)) {
      const pause = pausing();
      if (pause === undefined) continue;
      await pause;
      if (engine.changes !== changes) return false;
    }
  }
  return true;
}

/** Looks up what documents link to, once all have been read. */
export async function link(engine: Engine): Promise<void> {
  for (const project of engine.workspace.projects()) await inTurns(project.link());
}

/** The same, and what else is asked of many files when every file is checked. */
export async function lookUp(engine: Engine): Promise<void> {
  for (const project of engine.workspace.projects()) await inTurns(project.lookUp());
}

/** Rows show what is wrong with the items below them, too. */
function* steps(project: Project, engine: Engine): IterableIterator<void> {
  for (const path of project.paths()) {
    engine.marks(project, path);
    yield;
  }
  yield* prepareRoadmap(project.query, (path) => engine.marks(project, path));
  yield* project.lookIntoTexts();
}

/** Milliseconds of work before others get a turn. */
const slice = 3;
