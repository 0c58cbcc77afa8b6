import { listed, say, type Words } from "../base/say.ts";
import { readMeasure } from "../model/measure.ts";
import { showMeasure } from "../model/show-measure.ts";
import { measurementsOf } from "../workspace/kpi-line.ts";
import { textOf } from "../workspace/plan.ts";
import type { Edge, Found } from "../workspace/query.ts";
import { donePart } from "./kpi-chart.ts";

/** The figures of a KPI as they are shown; those of a key result where it is looked at through a link that has its own. */
export interface KpiValues {
  readonly baseline: string | undefined;
  readonly current: string | undefined;
  readonly target: string | undefined;
}

export function kpiValues(kpi: Found, edge?: Edge): KpiValues {
  const latest = measurementsOf(kpi).at(-1)?.value;
  return {
    baseline: shown(edge?.values.get("baseline")?.text ?? textOf(kpi, "baseline")),
    current: latest === undefined ? shown(textOf(kpi, "current")) : showMeasure(latest),
    target: shown(edge?.values.get("target")?.text ?? textOf(kpi, "target")),
  };
}

/** `2.1 % → 2.4 % → 3 %`; where a figure is missing it is said in words, so that none is taken for another. */
export function valueWords({ baseline, current, target }: KpiValues, isGuardrail = false): Words {
  if (target !== undefined) {
    const before = [baseline, current].filter((value) => value !== undefined);
    return before.length === 0 ? say`target ${target}` : [...before, target].join(" → ");
  }
  // A guardrail has to hold, it need not get anywhere.
  if (isGuardrail && current !== undefined) return baseline === undefined ? current : `${baseline} → ${current}`;
  if (current !== undefined) return say`${baseline === undefined ? current : `${baseline} → ${current}`}, no target`;
  return baseline === undefined ? say`no target` : say`${baseline}, no target`;
}

/** `▰▰▰▱▱▱▱▱▱▱ 33 %`: how much of the way from baseline to target is done; undefined where the figures do not say. */
export function valueBar(kpi: Found, edge?: Edge): string | undefined {
  const part = donePart(kpi, edge);
  if (part === undefined) return undefined;
  const full = Math.min(steps, Math.max(0, Math.floor(part * steps + 1e-9)));
  return `${"▰".repeat(full)}${"▱".repeat(steps - full)} ${Math.round(Math.max(0, part) * 100)} %`;
}

const steps = 10;

/** "from 2.1 %, now 2.4 %, target 3 %", for a screen reader. */
export function speakValues({ baseline, current, target }: KpiValues): Words {
  return listed([
    ...(baseline === undefined ? [] : [say`from ${baseline}`]),
    ...(current === undefined ? [] : [say`now ${current}`]),
    target === undefined ? say`no target` : say`target ${target}`,
  ]);
}

/** An amount in its usual form, any other text as it is, shortened. */
function shown(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const measure = readMeasure(text);
  if (measure !== undefined) return showMeasure(measure);
  const plain = text.trim();
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain;
}

const longest = 40;
