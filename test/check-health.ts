import { healthOf } from "../server/src/workspace/health.ts";
import { engineOver } from "./check.ts";
import { checkText, dedent } from "./fixture.ts";

/** How every item of a fixture goes, that has an id: `FEAT-1 at-risk: reason; reason`. */
export function checkHealth(source: string, expected: string, today = "2026-11-22"): void {
  const { query } = engineOver(source, { today }).workspace.projects()[0]!;
  const lines = query.items().flatMap((found) => {
    if (found.item.id === undefined || found.item.kind === "requirement") return [];
    const { health, reasons, stated, worse } = healthOf(query, found);
    const said = stated === undefined ? "" : ` said${stated.note === "" ? "" : ` (${stated.note})`}`;
    const looks = worse === undefined ? "" : ` looks ${worse}`;
    return [`${found.item.id} ${health}${said}${looks}${reasons.length === 0 ? "" : `: ${reasons.join("; ")}`}`];
  });
  checkText(`${lines.join("\n")}\n`, dedent(expected));
}
