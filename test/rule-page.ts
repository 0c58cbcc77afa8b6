import { readFileSync } from "node:fs";

/** The page of a rule; where an example says `… and 1,000 more lines like this one`, they are there. */
export function rulePage(id: string): string {
  const page = readFileSync(new URL(`../docs/rules/${id}.md`, import.meta.url), "utf8");
  return page.replace(/^(.*\n)… and ([\d,]+) more lines like this one$/gm, (_, line: string, count: string) =>
    line.repeat(Number(count.replaceAll(",", ""))),
  );
}
