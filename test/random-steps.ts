import fc from "fast-check";
import type { Change } from "../server/src/workspace/change.ts";
import { configText, fieldLine, paragraph, patch, specText } from "./random-specs.ts";
import { World } from "./world.ts";

const root = "file:///w";
const files = ["a.md", "b.md", "specs/c.md", "specs/README.md", "inner/e.md", "inner/a.md", "notes/n.md"];
const configs = ["throughline.yaml", "inner/throughline.yaml", "plan.yaml"];
export const uri = fc.constantFrom(...files).map((path) => `${root}/${path}`);
const config = fc.constantFrom(...configs).map((path) => `${root}/${path}`);

/** A plan whose documents say much about each other: what is edited here changes answers there. */
const plan: Readonly<Record<string, string>> = {
  "a.md": `---
type: prd
id: PRD-1
title: Faster checkout
owner: ana
status: active
timeframe: 2027-Q1
goals: GOAL-1
depends-on: FEAT-1
features:
  - { title: Wallet, depends-on: FEAT-2, status: active }
  - FEAT-1
---
- [x] **FR-1:** It pays.
- [ ] **FR-2:** It tells.

| Metric | Target |
|---|---|
| KPI-1 | 3% |
| Refunds | 4% |

See [the goal](specs/c.md#why), GOAL-1 and [[KPI-1]].
`,
  "b.md": `---
type: feature
id: FEAT-1
title: Vault
status: active
timeframe: 2027-Q3
kpis: KPI-1
depends-on: [FEAT-2, PRD-1]
insights: INS-1
---
It needs PRD-1/FR-1.
`,
  "specs/c.md": `---
type: goal
id: GOAL-1
title: Growth
status: active
timeframe: 2026-Q4
kpis: [{ id: KPI-1, target: 5% }]
---
## Why

## FEAT-2: Guest checkout

- Goals: GOAL-1
- Status: active
- Timeframe: 2028
`,
  "specs/README.md": `---
type: kpi
id: KPI-1
title: Conversion
aliases: [KPI-0]
status: active
baseline: 2%
target: 3%
measurements:
  - { date: 2026-01-01, value: 2% }
  - { date: 2026-06-01, value: 1% }
---
`,
};

export type Step =
  | Change
  | {
      readonly type: "line";
      readonly uri: string;
      readonly line: number;
      readonly instead: boolean;
      readonly text: string;
    }
  | {
      readonly type: "edit";
      readonly uri: string;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    };

const line = (text: fc.Arbitrary<string>, from: number, to: number) =>
  fc.record({
    type: fc.constant("line" as const),
    uri,
    line: fc.integer({ min: from, max: to }),
    instead: fc.boolean(),
    text,
  });

/** What may happen to a workspace: typing, above all. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: line(fc.oneof(fieldLine, fc.constant("")), 1, 12) },
  { weight: 6, arbitrary: line(paragraph, 9, 30) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant("disk" as const), uri, text: specText }) },
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant("edit" as const), uri, at: fc.nat(400), length: fc.nat(30), text: patch }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("open" as const), uri, text: specText }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("close" as const), uri }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("delete" as const), uri: fc.oneof(uri, config) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("disk" as const), uri: config, text: configText }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("today" as const), date: fc.constantFrom("2026-11-22", "2027-05-01") }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("pictures/x.png", "specs", "inner"), fc.boolean())
      .map(([path, complete]) => ({ ...{ type: "others" as const, uris: [`${root}/${path}`], complete } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom([root], [root], [`${root}/specs`], [`${root}/inner`, root], []).map((uris) => ({
      ...{ type: "roots" as const, uris },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("plan.yaml", "throughline.yaml"), fc.constantFrom(undefined, root, `${root}/inner`))
      .map(([path, folder]) => ({
        ...{ type: "configFile" as const, path },
        ...(folder === undefined ? {} : { root: folder }),
      })),
  },
);

/** A workspace in which the plan stands. */
export function plannedWorld(): World {
  const world = new World([root], "2026-11-22");
  for (const [path, text] of Object.entries(plan)) world.apply({ type: "disk", uri: `${root}/${path}`, text });
  return world;
}

/** Lets it happen; returns the files that are named as changed. */
export function take(world: World, next: Step): ReadonlySet<string> {
  if (next.type !== "edit" && next.type !== "line") {
    const changed = world.apply(next);
    return next.type === "roots" ? new Set([...changed, ...world.listAgain()]) : changed;
  }
  const { uri } = next;
  const open = world.open.get(uri);
  const before = open ?? world.disk.get(uri) ?? "";
  const text = next.type === "edit" ? edited(before, next) : withLine(before, next);
  return world.apply({ type: open === undefined ? "disk" : "open", uri, text });
}

function edited(before: string, { at, length, text }: Extract<Step, { type: "edit" }>): string {
  return before.slice(0, at) + text + before.slice(at + length);
}

function withLine(before: string, { line: at, instead, text }: Extract<Step, { type: "line" }>): string {
  return before
    .split("\n")
    .toSpliced(at, instead ? 1 : 0, text)
    .join("\n");
}
