/** The value that the given share of the values does not exceed: `percentile(times, 0.95)`. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** `1.24 s`, `37 ms`, `0.8 ms` */
export function time(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 10 ? Math.round(milliseconds) : milliseconds.toFixed(1)} ms`;
}

/** `10,000` */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1.24 ×` */
export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(2)} ×`;
}

/** What something took in milliseconds: on the clock, and of the processor where the system tells it. */
interface Taken {
  readonly wall: number;
  readonly cpu: number | undefined;
  readonly all: number | undefined;
}

/**
 * The middle, the slow and the slowest of many measurements in words, and the slow one as a number: of CPU time where
 * the system tells it, because what else the machine does says nothing about us.
 */
export function spread(measured: readonly Taken[]): {
  readonly figure: string;
  readonly middle: number;
  readonly slow: number;
} {
  const shares = (pick: (one: Taken) => number): readonly number[] => {
    const values = measured.map(pick);
    return measured.length === 1 ? values : [0.5, 0.95, 0.99].map((share) => percentile(values, share));
  };
  const used = shares(({ wall, cpu = wall }) => cpu);
  const [walls, alls] = [shares(({ wall }) => wall), shares(({ wall, all = wall }) => all)].map(listed);
  const others = alls === listed(used) ? "" : `; all threads ${alls}`;
  return {
    figure: `${listed(used)} (on the clock ${walls}${others})`,
    middle: used[0]!,
    slow: used[1] ?? used[0]!,
  };
}

function listed(times: readonly number[]): string {
  return times.map(time).join(" / ");
}
