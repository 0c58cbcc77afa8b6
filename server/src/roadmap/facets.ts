import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import { fieldsNamed } from "../model/fields-named.ts";
import { healths, showHealth } from "../model/health.ts";
import { fieldTitle, kindLabel } from "../model/kind-words.ts";
import { builtinKinds } from "../model/kinds.ts";
import { foldStatus, phases, showPhase, showStatus } from "../model/phase.ts";
import { canonicalName, type Schema } from "../model/schema.ts";
import { statusOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { settledHealth } from "../workspace/settled-health.ts";
import type { Condition, FieldCondition, Sign } from "../workspace/where/condition.ts";
import { parseWhere } from "../workspace/where/parse-where.ts";
import { type AnyCondition, printWhere } from "../workspace/where/print-where.ts";
import { readWhere } from "../workspace/where/read-where.ts";
import { itemsInAStep } from "./ask-ahead.ts";
import { groupingNamed } from "./by-field.ts";
import { fieldValues, type Value } from "./field-values.ts";
import { type ProblemMarks, type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { type Plan, planOf } from "./project-plan.ts";
import type { RoadmapView } from "./tree.ts";

/** A side from which the roadmap can be narrowed, with what there is to choose. */
export interface Facet {
  /** The field of the condition that it writes. */
  readonly id: string;
  readonly title: Words;
  readonly icon: string;
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  /** As the condition says it. */
  readonly value: string;
  readonly label: Words;
  /** How many items would be left by this alone and what the other sides leave. */
  readonly count: number;
  readonly isChosen: boolean;
}

/** What can be chosen in a project, with counts; a side on which there is nothing to choose is left out. In small steps. */
export function* facetsOf(query: Query, view: RoadmapView, problemsOf?: ProblemsOf): Generator<void, readonly Facet[]> {
  const plan = planOf(query);
  const marks = problemMarks(plan, problemsOf);
  const { conditions } = parseWhere(view.filter ?? "");
  const items = groupingNamed(view.by, query).shows.flatMap(plan.of);
  const facets: Facet[] = [];
  for (const side of sidesOf(query.config.schema)) {
    const own = conditions.filter((condition) => isOf(side, condition, query.config.schema));
    const others = printWhere(conditions.filter((condition) => !isOf(side, condition, query.config.schema)));
    const { matches } = readWhere(others, query, { levelsOf: marks.levels });
    const counts = new Map<string, { readonly label: Words; count: number }>();
    const values = side.values(plan, marks);
    for (const [at, found] of items.entries()) {
      if (at % itemsInAStep === 0) yield;
      if (!matches(found)) continue;
      for (const { key, title } of values(found)) {
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { label: title, count: 1 });
        else known.count++;
      }
    }
    const chosen = own.flatMap((condition) =>
      condition.type === "field" ? condition.values.map(({ text }) => text) : [],
    );
    const isChosen = (value: string, label: Words): boolean =>
      chosen.some((text) => isSame(text, value) || isSame(text, String(label)));
    const options = [...counts].map(([value, { label, count }]) => ({
      value,
      label,
      count,
      isChosen: isChosen(value, label),
    }));
    // What was chosen can be given up, also where it leaves nothing.
    for (const text of chosen)
      if (!options.some(({ value, label }) => isSame(text, value) || isSame(text, String(label))))
        options.push({ value: text, label: text, count: 0, isChosen: true });
    const { id, title, icon } = side;
    if (options.length > 0) facets.push({ id, title, icon, options: options.sort(comparerOf(side)) });
  }
  return facets;
}

/** The filter with these values chosen on a side, in the place of those that were; none shows all of it again. */
export function narrowed(filter: string, id: string, values: readonly string[], schema: Schema): string {
  const side = sidesOf(schema).find((one) => one.id === id);
  const { conditions } = parseWhere(filter);
  if (side === undefined) return filter;
  const rest: AnyCondition[] = conditions.filter((condition) => !isOf(side, condition, schema));
  if (values.length > 0) {
    const texts = values.map((text) => ({ text }));
    rest.push({ type: "field", negated: false, field: { text: id }, sign: side.sign, values: texts });
  }
  return printWhere(rest);
}

interface Side extends Omit<Facet, "options"> {
  readonly sign: Sign;
  /** The values that stand first, in this order. */
  readonly order: readonly string[];
  values(plan: Plan, marks: ProblemMarks): (found: Found) => readonly Pick<Value, "key" | "title">[];
}

function sidesOf(schema: Schema): readonly Side[] {
  const own = [...schema.kinds.values()]
    .flatMap(({ fields }) => fields)
    .filter(({ type, name }) => type === "enum" && !ours.has(name));
  return [
    fieldSide("owner", "person", ":", schema),
    fieldSide("team", "organization", "=", schema),
    statusSide,
    healthSide,
    kindSide(schema),
    ...[...new Set(own.map(({ name }) => name))].map((name) => fieldSide(name, "tag", "=", schema)),
    problemSide,
  ];
}

/** Of the kinds that come with Throughline only KPIs have words to choose from, and nobody looks for those. */
const ours = new Set(builtinKinds.flatMap(({ fields }) => fields.map(({ name }) => name)));

function fieldSide(id: string, icon: string, sign: Sign, schema: Schema): Side {
  const fields = fieldsNamed(schema, id);
  const order = [...fields.values()].flatMap(({ values }) => values.map(canonicalName));
  return {
    ...{ id, icon, sign, order, title: fieldTitle({ name: id }) },
    values(plan) {
      const readers = new Map([...new Set(fields.values())].map((field) => [field, fieldValues(field, plan)]));
      return (found) => {
        const field = fields.get(found.item.kind);
        return field === undefined ? [] : readers.get(field)!(found);
      };
    },
  };
}

const statusSide: Side = {
  ...{ id: "status", title: say`Status`, icon: "record", sign: ":", order: phases },
  values(plan) {
    const words = new Map<string, string>();
    const wordOf = (status: string): string => {
      let word = words.get(status);
      if (word === undefined) words.set(status, (word = showStatus(status)));
      return word;
    };
    return (found) => {
      const { phase } = plan.facts(found);
      const status = statusOf(found);
      const word = status === undefined ? "" : wordOf(status);
      const isMore = word !== "" && word.length <= 30 && foldStatus(word) !== phase;
      const own = { key: phase, title: showPhase(phase) };
      return isMore ? [own, { key: word.replaceAll(" ", "-"), title: word }] : [own];
    };
  },
};

const unknown = { key: "unknown", title: say`Unknown` };

const healthSide: Side = {
  ...{ id: "health", title: say`Health`, icon: "pulse", sign: ":", order: [...healths].reverse() },
  values:
    ({ query }) =>
    (found) => {
      const { shown } = settledHealth(query, found);
      return [shown === undefined ? unknown : { key: shown, title: showHealth(shown) }];
    },
};

function kindSide(schema: Schema): Side {
  return {
    ...{ id: "kind", title: say`Kind`, icon: "layers", sign: "=", order: [] },
    values:
      () =>
      ({ item }) => {
        const kind = schema.kinds.get(item.kind);
        return [{ key: item.kind, title: kind === undefined ? item.kind : kindLabel(kind) }];
      },
  };
}

const problemSide: Side = {
  ...{ id: "has", title: say`Problems`, icon: "warning", sign: ":", order: ["error", "warning"] },
  values: (_plan, marks) => (found) => {
    const levels = new Set(marks.levels(found));
    return [
      ...(levels.has("error") ? [{ key: "error", title: say`Errors` }] : []),
      ...(levels.has("warning") ? [{ key: "warning", title: say`Warnings` }] : []),
    ];
  },
};

/** Whether a condition is one that the side would write. */
function isOf({ id, order }: Side, condition: Condition, schema: Schema): condition is FieldCondition {
  if (condition.type === "word" || condition.negated || (condition.sign !== ":" && condition.sign !== "="))
    return false;
  const name = canonicalName(condition.field.text);
  if (id === "has") return name === id && condition.values.every(({ text }) => order.includes(text));
  if (id === "kind") return name === id || name === "type";
  return [...fieldsNamed(schema, name).values()].some((field) => field.name === id);
}

function isSame(a: string, b: string): boolean {
  return canonicalName(a) === canonicalName(b);
}

/** In the order of the side, then what most items have. */
function comparerOf({ order }: Side): (a: FacetOption, b: FacetOption) => number {
  const rank = ({ value }: FacetOption): number => (order.indexOf(value) + order.length + 1) % (order.length + 1);
  return (a, b) => rank(a) - rank(b) || b.count - a.count || compareNatural(String(a.label), String(b.label));
}
