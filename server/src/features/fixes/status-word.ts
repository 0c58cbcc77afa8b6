import { foldStatus, type Phase, phaseOf, usualStatuses } from "../../model/phase.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Project } from "../../workspace/project.ts";
import { tallyOf } from "./tally.ts";

/** "shipped", or the word for a phase that most items of the kind have in this project. */
export function wordFor(phase: Phase, kind: SchemaKind, project: Project, path: string): string | undefined {
  const counts = tallyOf(project, path).statuses.get(kind.name) ?? new Map<string, number>();
  const [most] = [...counts]
    .filter(([word, count]) => count > 0 && phaseOf(word, kind) === phase)
    .sort((a, b) => b[1] - a[1] || (foldStatus(a[0]) < foldStatus(b[0]) ? -1 : 1));
  return most?.[0] ?? usualStatuses(kind.base).find((status) => phaseOf(status, kind) === phase);
}
