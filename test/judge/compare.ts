import type { Finding } from "./finding.ts";
import { ours } from "./ours.ts";
import { judge } from "./remark.ts";

/** Every line that only remark (`-`) or only our reader (`+`) says about a text; none when they agree. */
export function disagreements(text: string): string[] {
  const { from, findings, hasMentions } = judge(text);
  const left = count(findings);
  const right = count(ours(text, from).filter(({ what }) => hasMentions || !what.startsWith("mention")));
  const lines: Line[] = [];
  for (const [what, { at, times }] of left)
    for (let more = times - (right.get(what)?.times ?? 0); more > 0; more--) lines.push({ at, sign: "-", what });
  for (const [what, { at, times }] of right)
    for (let more = times - (left.get(what)?.times ?? 0); more > 0; more--) lines.push({ at, sign: "+", what });
  return withoutPlaceless(lines)
    .sort((a, b) => (a.at || 0) - (b.at || 0))
    .map(({ sign, what }) => `${sign} ${what}`);
}

interface Line extends Finding {
  readonly sign: "-" | "+";
}

/** remark gives no place to addresses that it finds late: any of ours with the same destination will do. */
function withoutPlaceless(lines: readonly Line[]): Line[] {
  const kept = [...lines];
  for (const line of lines) {
    if (!Number.isNaN(line.at)) continue;
    const target = line.what.slice(line.what.indexOf("autolink"));
    const match = kept.findIndex(({ sign, what }) => sign === "+" && what.endsWith(` ${target}`));
    if (match < 0) continue;
    kept.splice(match, 1);
    kept.splice(kept.indexOf(line), 1);
  }
  return kept;
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
