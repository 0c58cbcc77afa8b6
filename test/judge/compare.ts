import type { Finding } from "./finding.ts";
import { ours } from "./ours.ts";
import { judge } from "./remark.ts";

/** Every line that only remark (`-`) or only our reader (`+`) says about a text; none when they agree. */
export function disagreements(text: string): string[] {
  const { from, findings } = judge(text);
  const left = count(findings);
  const right = count(ours(text, from));
  const lines: { readonly at: number; readonly line: string }[] = [];
  for (const [what, { at, times }] of left)
    if (times !== (right.get(what)?.times ?? 0)) lines.push({ at, line: `- ${what}` });
  for (const [what, { at, times }] of right)
    if (times !== (left.get(what)?.times ?? 0)) lines.push({ at, line: `+ ${what}` });
  return lines.sort((a, b) => (a.at || 0) - (b.at || 0)).map(({ line }) => line);
}

function count(findings: readonly Finding[]): Map<string, { readonly at: number; times: number }> {
  const counts = new Map<string, { readonly at: number; times: number }>();
  for (const { at, what } of findings) {
    const known = counts.get(what);
    if (known === undefined) counts.set(what, { at, times: 1 });
    else known.times++;
  }
  return counts;
}
