import { memo } from "../../base/memo.ts";
import { foldStatus, type Phase, phaseOf, usualStatuses } from "../../model/phase.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Summary } from "../../model/summary.ts";
import type { Project } from "../../workspace/project.ts";

/** "shipped", or the word for a phase that most items of the kind have in this project. */
export function wordFor(phase: Phase, kind: SchemaKind, project: Project): string | undefined {
  const counts = new Map<string, number>();
  for (const path of project.paths()) {
    const file = project.summary(path);
    if (file === undefined || file.items.length === 0) continue;
    for (const [word, count] of statusesIn(file).get(kind.name) ?? [])
      if (phaseOf(word, kind) === phase) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (foldStatus(a[0]) < foldStatus(b[0]) ? -1 : 1))[0];
  return most?.[0] ?? usualStatuses(kind.base).find((status) => phaseOf(status, kind) === phase);
}

/** Of each kind, how often a file writes which status. What is said of one item only, "shipped (2025)", is no word of the project. */
const statusesIn = memo(({ items }: Summary): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const kinds = new Map<string, Map<string, number>>();
  for (const { kind, fields } of items) {
    const word = fields.get("status")?.values[0]?.text;
    if (word === undefined || !/^[\p{L}\s_-]+$/u.test(word)) continue;
    const counts = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  return kinds;
});
