import { prepareRoadmap } from "../roadmap/prepare.ts";
import type { Engine } from "../rules/engine.ts";
import { turns } from "./later.ts";

/** Looks up what the roadmap will want to know, a few milliseconds at a time. False where something changed meanwhile. */
export async function prepare(engine: Engine): Promise<boolean> {
  const { changes } = engine;
  const pausing = turns(slice);
  for (const { query } of engine.workspace.projects()) {
    for (const _ of prepareRoadmap(query)) {
      const pause = pausing();
      if (pause === undefined) continue;
      await pause;
      if (engine.changes !== changes) return false;
    }
  }
  return true;
}

/** Milliseconds of work before others get a turn. */
const slice = 8;
