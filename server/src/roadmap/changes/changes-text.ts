import { say, tell } from "../../base/say.ts";
import { padTo, widthOf } from "../../base/width.ts";
import type { TextPaint } from "../text.ts";
import type { ChangeType, PlanChange } from "./change.ts";
import { countChanges, tellChanges } from "./tell-changes.ts";

/** For a terminal: a heading for each sort of change, an item on a line, what follows from it below. */
export function changesText(changes: readonly PlanChange[], since: string, paint: TextPaint): string {
  if (changes.length === 0) return tell(say`Nothing on the roadmap has changed since ${since}.`);
  const width = Math.min(widest, Math.max(...changes.map(({ found }) => widthOf(found.item.title))));
  const parts = tellChanges(changes).map(({ heading, lines }) => {
    const rows = lines.flatMap(({ change, what, so }) => [
      `  ${padTo(change.found.item.title, width)}  ${tell(what)}`.trimEnd(),
      ...so.map((words) => paint.yellow(`      ${tell(words)}`)),
    ]);
    return [(bad.has(lines[0]!.change.type) ? paint.red : paint.bold)(tell(heading)), ...rows].join("\n");
  });
  return [...parts, paint.dim(tell(say`${countChanges(changes)} since ${since}`))].join("\n\n");
}

/** Columns; a longer title pushes what stands behind it. */
const widest = 48;

const bad: ReadonlySet<ChangeType> = new Set<ChangeType>(["slipped", "unmeasured"]);
