import type { Checked } from "./findings.ts";
import { count } from "./style.ts";

/** Findings as annotations of a pull request, one command a line; nothing in a message can start another command. */
export function findingsAsGithub({ findings, counts }: Checked): string {
  const commands = { error: "error", warning: "warning", information: "notice" };
  const lines = findings.map(({ level, file, range, rule, message }) => {
    const place = {
      ...(file === "" ? {} : { file }),
      line: range.start.line + 1,
      endLine: range.end.line + 1,
      col: range.start.character + 1,
      endColumn: range.end.character + 1,
      title: rule,
    };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${commands[level]} ${properties.join(",")}::${data(String(message))}`;
  });
  const looked = `${count(counts.files, "file")}, ${count(counts.specs, "spec")}, ${count(counts.items, "item")}, ${count(counts.links, "link")}, ${count(counts.rules, "rule")}`;
  return [
    ...lines,
    `Looked at ${looked}: ${count(counts.errors, "error")}, ${count(counts.warnings, "warning")}, ${counts.information} information.`,
  ].join("\n");
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
