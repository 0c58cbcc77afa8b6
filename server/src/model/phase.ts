import { memo } from "../base/memo.ts";
import { remember } from "../base/remember.ts";
import { say, type Words } from "../base/say.ts";
import type { SchemaKind } from "./schema.ts";

export type Phase = (typeof phases)[number];

/** In the order of a life. */
export const phases = ["draft", "active", "done", "dropped"] as const;

/** A word for a status that completion offers. */
export interface StatusWord {
  readonly status: string;
  readonly phase: Phase;
}

/** The words that we teach, phase by phase and within a phase from early to late. */
const taught: Readonly<Record<Phase, readonly string[]>> = {
  draft: ["draft", "idea", "open", "new", "backlog", "todo", "discovery", "proposed", "on-hold", "paused", "deferred"],
  active: [
    ["active", "planned", "committed", "approved", "accepted", "in-progress", "in-development", "review", "beta"],
    ["tracking", "at-risk", "blocked"],
  ].flat(),
  done: ["done", "shipped", "launched", "released", "live", "ga", "complete", "completed", "closed", "achieved"],
  dropped: ["dropped", "cancelled", "rejected", "missed", "superseded", "deprecated", "archived", "wont-do"],
};

/** Words that trackers and people write for the same things: read, but not taught. */
const understood: Readonly<Record<Phase, readonly string[]>> = {
  draft: ["pending", "not-started", "triage"],
  active: ["in-review", "under-review", "wip", "doing", "started", "ready", "testing"],
  done: ["implemented", "delivered", "finished", "generally-available"],
  dropped: ["canceled", "withdrawn", "abandoned", "replaced", "wont-fix", "duplicate"],
};

export const statusWords: readonly StatusWord[] = phases.flatMap((phase) =>
  taught[phase].map((status) => ({ status, phase })),
);

/** The few words that are offered first, by what they are said of; any other word can be written. */
const usual: Readonly<Record<string, readonly string[]>> = {
  vision: ["draft", "active", "archived"],
  goal: ["draft", "on-hold", "active", "at-risk", "achieved", "missed", "dropped"],
  kpi: ["draft", "tracking", "done", "deprecated"],
  audience: ["draft", "active", "archived"],
  insight: ["draft", "active", "archived"],
  launch: ["draft", "planned", "in-progress", "at-risk", "launched", "cancelled"],
  decision: ["proposed", "accepted", "rejected", "superseded"],
};
const usualForWork = ["draft", "proposed", "on-hold", "planned", "in-progress", "blocked", "shipped", "cancelled"];

/** Words for a status that suit a kind, from early to late. */
export function usualStatuses(base: string): readonly string[] {
  return usual[base] ?? usualForWork;
}

const phaseByFolded = new Map<string, Phase>(
  [taught, understood].flatMap((table) =>
    phases.flatMap((phase) => table[phase].map((word): [string, Phase] => [foldStatus(word), phase])),
  ),
);

/**
 * The phase of a status, undefined for a word that neither we nor the project know (it counts as active).
 * Case, spaces, hyphens and underscores do not matter, nor does a sign in front or a note behind:
 * `✅ Done`, `Done (2024)` and `in-progress: waits for legal` are read.
 */
export function phaseOf(status: string, kind: Saying = nothingOfItsOwn): Phase | undefined {
  return phasesIn(kind)(status);
}

type Saying = Pick<SchemaKind, "base" | "statuses">;

const nothingOfItsOwn: Saying = { base: "", statuses: new Map() };

/** A plan has few words for a status, and each is asked for tens of thousands of times. */
const phasesIn = memo((kind: Saying) =>
  remember((status) => {
    const plain = plainStatus(status);
    return phaseOfWord(foldStatus(plain), kind) ?? phaseOfWord(foldStatus(withoutNote(plain)), kind);
  }),
);

/** What keys of `SchemaKind.statuses` are folded with: `In Progress`, `in_progress` and `in-progress` are one. */
export function foldStatus(status: string): string {
  return status.toLowerCase().replace(/[\s_'’\p{Pd}]+/gu, "");
}

/** The status without signs and emphasis around it: "Complete" of `✅ **Complete**`. */
export function plainStatus(status: string): string {
  return status
    .slice(0, longest)
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{N})\]]+$/u, "");
}

/** "Draft". */
export function showPhase(phase: Phase): Words {
  return phaseLabels[phase];
}

/** In a sentence: "draft"; any other word as it is. */
export function phaseWord(phase: string): Words {
  return phaseWords.get(phase) ?? phase;
}

const phaseLabels = { draft: say`Draft`, active: say`Active`, done: say`Done`, dropped: say`Dropped` };
const phaseWords = new Map<string, Words>([
  ["draft", say`draft`],
  ["active", say`active`],
  ["done", say`done`],
  ["dropped", say`dropped`],
]);

/** For a sentence or a screen reader: "in progress". */
export function showStatus(status: string): string {
  return plainStatus(status)
    .replace(/[\s_-]+/g, " ")
    .toLowerCase();
}

/** No status is longer; a paragraph in that place is not read to its end. */
const longest = 200;

function phaseOfWord(folded: string, kind: Saying): Phase | undefined {
  const own = kind.statuses.get(folded);
  if (own !== undefined) return phaseByFolded.get(foldStatus(own));
  if (kind.base === "decision" && folded === "accepted") return "done";
  return phaseByFolded.get(folded);
}

/** What stands before a bracket, a stop, a spaced dash or a number. */
function withoutNote(plain: string): string {
  const end = plain.search(/[([<:;,.]|\s[\p{Pd}·]\s|\s\d/u);
  return end < 0 ? plain : plain.slice(0, end);
}
