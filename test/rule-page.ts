import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rules } from "../server/src/rules/all.ts";

/** The page of a rule; where an example says `… and 1,000 more lines like this one`, they are there. */
export function rulePage(id: string): string {
  const page = readFileSync(new URL(`../docs/rules/${id}.md`, import.meta.url), "utf8");
  return page.replace(/^(.*\n)… and ([\d,]+) more lines like this one$/gm, (_, line: string, count: string) =>
    line.repeat(Number(count.replaceAll(",", ""))),
  );
}

/** The text of the one example, which stands right under its heading. */
export function exampleIn(page: string, heading: string): string {
  const [, example] =
    new RegExp(`^## ${heading}\\n\\n~~~markdown example\\n([\\s\\S]*?)^~~~\\n\\n## `, "m").exec(page) ?? [];
  assert.ok(example !== undefined, `one example under ${heading}`);
  return example;
}

/** Rules that are off until a project asks for them are shown as a project sees them that does. */
export function switchedOn(id: string, source: string): string {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule?.level !== "off" || source.includes("//- throughline.yaml")) return source;
  return `//- throughline.yaml\nrules:\n  ${id}: warning\n${source}`;
}
