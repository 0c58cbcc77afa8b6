import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import { foldStatus, type Phase, phaseOf, showPhase, showStatus, statusWords, usualStatuses } from "../model/phase.ts";
import { statusOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, lazily, numbersOf } from "./branch.ts";
import type { Grouping } from "./grouping.ts";
import { phaseIcons } from "./look.ts";
import { mostWritten } from "./most-written.ts";
import { plainBranches } from "./parts.ts";
import type { Plan } from "./project-plan.ts";

/** What is being done first, then what may be, then what is over; inside each the words that the team uses. */
export const byStatus: Grouping = {
  id: "status",
  title: say`Status`,
  field: "status",
  shows: ["goal", "feature", "prd", "launch"],
  top(plan) {
    const items = byStatus.shows.flatMap(plan.of);
    return order.flatMap((phase): readonly Branch[] => {
      const members = items.filter((found) => plan.facts(found).phase === phase);
      return members.length === 0 ? [] : [phaseBranch(phase, members, plan)];
    });
  },
};

const order: readonly Phase[] = ["active", "draft", "done", "dropped"];

function phaseBranch(phase: Phase, items: readonly Found[], plan: Plan): Branch {
  const isOver = phase === "done" || phase === "dropped";
  return {
    type: "group",
    key: phase,
    title: showPhase(phase),
    icon: phaseIcons[phase],
    isOver,
    says: isOver ? [phase] : [],
    gives: (found) => wordFor(phase, found, items, plan),
    numbers: numbersOf(items),
    below: lazily(() => statusBranches(phase, items, plan)),
  };
}

function statusBranches(phase: Phase, items: readonly Found[], plan: Plan): readonly Branch[] {
  const byWord = new Map<string, { readonly title: Words; readonly items: Found[] }>();
  for (const found of items) {
    const status = statusOf(found);
    const word = status === undefined ? "" : showStatus(status);
    const key = foldStatus(word);
    const known = byWord.get(key);
    if (known !== undefined) known.items.push(found);
    else byWord.set(key, { title: word === "" ? say`No status` : capital(word), items: [found] });
  }
  // Where the team has one word for the phase, a heading below the heading would say it twice.
  if (byWord.size === 1) return plainBranches(plan, items);
  const isOver = phase === "done" || phase === "dropped";
  return [...byWord]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || compareNatural(a, b))
    .map(([key, group]) => ({
      type: "group",
      key: key === "" ? "none" : `is ${key}`,
      title: group.title,
      icon: phaseIcons[phase],
      isOver,
      says: isOver ? [phase] : [],
      gives: () => (key === "" ? undefined : mostWritten(group.items, "status")),
      numbers: numbersOf(group.items),
      below: lazily(() => plainBranches(plan, group.items)),
    }));
}

/** The word for a phase that most items of its kind have, else most items; where that would be another phase, the usual one. */
function wordFor(phase: Phase, { item }: Found, items: readonly Found[], { query }: Plan): string | undefined {
  const kind = query.config.schema.kinds.get(item.kind);
  const own = items.filter((other) => other.item.kind === item.kind);
  const words = [mostWritten(own, "status"), mostWritten(items, "status"), ...usualStatuses(kind?.base ?? "feature")];
  return words.find((word) => word !== undefined && phaseOf(word, kind) === phase) ?? phase;
}

const ranks = new Map(statusWords.map(({ status }, rank) => [foldStatus(status), rank]));

/** From late to early: what is about to be done comes first. No status at all comes last. */
function rankOf(folded: string): number {
  return folded === "" ? Number.MAX_SAFE_INTEGER : (ranks.get(folded) ?? ranks.size);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
