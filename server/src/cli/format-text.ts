import type { Checked } from "./findings.ts";
import { count, type Style } from "./style.ts";

/** Findings for people: where one can click, what it is, and the sentence below; then what was looked at. */
export function findingsAsText({ findings, counts }: Checked, style: Style, isQuiet: boolean): string {
  const paint = { error: style.red, warning: style.yellow, information: style.blue };
  const lines: string[] = [];
  for (const { file, level, rule, range, message } of findings) {
    const place = file === "" ? "" : `${file}:${range.start.line + 1}:${range.start.character + 1}  `;
    lines.push(`${place}${paint[level](level)}  ${style.dim(rule)}`, `  ${message}`, "");
  }
  if (isQuiet) return lines.join("\n");
  const { errors, warnings, information } = counts;
  const worst = errors > 0 ? style.red : warnings > 0 ? style.yellow : style.green;
  lines.push(
    worst(
      findings.length === 0
        ? "No problems."
        : `${count(errors, "error")}, ${count(warnings, "warning")}, ${information} information`,
    ),
    style.dim(
      `Looked at ${count(counts.files, "file")}, ${count(counts.specs, "spec")}, ${count(counts.items, "item")}, ${count(counts.links, "link")}, with ${count(counts.rules, "rule")}.`,
    ),
  );
  return lines.join("\n");
}
