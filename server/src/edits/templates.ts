import { say, type Words } from "../base/say.ts";
import { kindLabel, oursOr } from "../model/kind-words.ts";
import type { SchemaKind } from "../model/schema.ts";

/** A document that comes with Throughline and that a new one begins as. `«…»` are places to fill in. */
export interface BuiltinTemplate {
  readonly name: string;
  readonly label: Words;
  readonly says: Words;
  /** The kind it makes. */
  readonly kind: string;
  /** The fields that it asks for, beside those that the kind is asked for; what stands there where it is not `tbd`. */
  readonly fields: readonly string[];
  /** Below the title. */
  readonly body: string;
}

/** In the order in which they are offered. */
export const builtinTemplates: readonly BuiltinTemplate[] = [
  {
    name: "prd",
    label: say`PRD`,
    says: say`A product requirements document.`,
    kind: "prd",
    fields: ["owner", "status", "timeframe", "goals", "kpis"],
    body: `## Problem

«Who has which problem, when, and how we know.»

## What we want

«What is different for them when this is done.»

## Success metrics

| Metric | Baseline | Target |
|---|---|---|
| «TBD» | «tbd» | «tbd» |

## Requirements

- [ ] **FR-1:** «What must be true when this is done.»

## Not in this document

- «What a reader may expect and will not find.»`,
  },
  {
    name: "one-pager",
    label: say`One-pager`,
    says: say`A PRD on one page: problem, bet, measure, risks.`,
    kind: "prd",
    fields: ["owner", "status", "timeframe", "goals", "kpis"],
    body: `**Problem.** «Who has it, how often, and what it costs them.»

**Evidence.** «What we saw, counted or were told, and when.»

**What we do.** «The smallest thing that would help.»

**How we know that it worked.** «The figure, what it is today, and what it is to be.»

**What we do not do.** «The larger thing that this is not.»

**What could go wrong.** «The risk, and what we do about it.»`,
  },
  {
    name: "pr-faq",
    label: say`PR/FAQ`,
    says: say`A press release from the day of the launch, and the questions it raises.`,
    kind: "prd",
    fields: ["owner", "status", "timeframe", "goals", "kpis"],
    body: `*«The benefit in one sentence, for the people it is for.»*

## Press release

«What is new, for whom, and what they can do from today.»

«The problem that they had until yesterday.»

«How it works, without a word that they would not use themselves.»

> «What one of them says about it.»

«How to start.»

## Questions customers ask

### «What does it cost me?»

«The answer.»

## Questions we ask ourselves

### «How do we know that people want this?»

«The evidence.»

### «What is the hardest part?»

«The risk, and what we do about it.»

## Requirements

- [ ] **FR-1:** «What must be true for the press release not to be a lie.»`,
  },
  {
    name: "feature",
    label: say`Feature`,
    says: say`Something to build, as a document of its own.`,
    kind: "feature",
    fields: ["owner", "status", "timeframe", "goals", "kpis"],
    body: `«What people can do with it, and why they want to.»

## What it is not

- «What somebody will expect and will not get.»`,
  },
  {
    name: "goal",
    label: say`Goal`,
    says: say`An outcome to reach.`,
    kind: "goal",
    fields: ["owner", "status", "timeframe", "kpis"],
    body: `«Why this matters now, and what we know about it.»

## What counts as reached

«What is true on that day, so that nobody has to argue about it.»`,
  },
  {
    name: "kpi",
    label: say`KPI`,
    says: say`How success is measured.`,
    kind: "kpi",
    fields: ["owner", "status", "baseline", "target", "timeframe", "source"],
    body: `«What is counted, in one sentence that a newcomer understands.»

## What counts, and what does not

- «The case that people will ask about.»`,
  },
  {
    name: "vision",
    label: say`Vision`,
    says: say`Where the product is going.`,
    kind: "vision",
    fields: ["owner", "status", "kpis"],
    body: `«What is wrong in the world today, for whom, and what it costs them.»

## What will be different

- «What people can do then that they cannot do now.»

## What we will not become

- «The tempting thing that we leave to others.»`,
  },
  {
    name: "audience",
    label: say`Audience`,
    says: say`For whom: a persona or a segment.`,
    kind: "audience",
    fields: ["size"],
    body: `«Who they are, and what their day is like.»

**They want** «what they try to get done.»

**They do not want** «what would drive them away.»`,
  },
  {
    name: "insight",
    label: say`Insight`,
    says: say`Evidence from research, feedback or analytics.`,
    kind: "insight",
    fields: ["source", "date", "confidence", "features"],
    body: `«What we saw, in figures where there are any.»

## How sure we are

«Whom we did not ask, and what could be different there.»`,
  },
  {
    name: "launch",
    label: say`Launch`,
    says: say`How features go to market.`,
    kind: "launch",
    fields: ["owner", "status", "timeframe", "features", "audience", "channel", "positioning"],
    body: `## The story in three lines

1. «What is new.»
2. «Why it matters to them.»
3. «What they have to do.»

## Before we send anything

- [ ] «What has to be true first.»`,
  },
  {
    name: "decision",
    label: say`Decision`,
    says: say`Who decided what, and when.`,
    kind: "decision",
    fields: ["status", "date", "decider", "features"],
    body: `«What we decided, in one sentence.»

## Why

«What we knew, and what tipped the scales.»

## What we did not choose

- «The other option, and what spoke for it.»

## What follows from it

«What gets easier, what gets harder, and when we look at it again.»`,
  },
];

/** What a kind of the team's own begins as: what the kind begins as that it comes from, or the sections that it asks for. */
export function templateOfKind(kind: SchemaKind): BuiltinTemplate {
  const base = builtinTemplates.find(({ kind: made, name }) => made === kind.base && name === kind.base);
  return {
    name: kind.name,
    label: kindLabel(kind),
    says: oursOr(kind.says),
    kind: kind.name,
    fields: kind.requiredBy === "configuration" ? ["owner", "status"] : (base?.fields ?? []),
    body: kind.sections.length > 0 ? "" : (base?.body ?? ""),
  };
}
