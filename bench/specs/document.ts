import { fieldLines } from "./frontmatter.ts";
import { type ItemRef, idOf, isLongAgo, type Plan, pathFrom, strayId } from "./plan.ts";
import { type Mention, paragraph, section, sentence, titleOf } from "./prose.ts";
import type { Random } from "./random.ts";

/** The team's people and calendar: what a project of this size has agreed on. */
export const configuration = `people: [ana, bo, chiara, emre, ravi, jonas, mila, noor, paul, sade, tomas, yuki]
calendar: { reviewEveryDays: 400 }
rules:
  stale-review: off
`;

/** A document of roughly `size` characters. About one in twelve has a flaw of the kinds that real ones have. */
export function textOf(plan: Plan, item: ItemRef, random: Random, size: number): string {
  const title = titleOf(random, item.number);
  const mention = mentionIn(plan, item);
  const head = ["---", ...fieldLines(plan, item, title, random), "---"].join("\n");
  const parts = [head, `# ${title}`, paragraph(random, mention)];
  if (item.kind === "prd") parts.push(metrics(random), requirements(random, mention, size, isLongAgo(plan, item)));
  let length = parts.reduce((sum, part) => sum + part.length + 2, 0);
  while (length < size) {
    const part = section(random, mention);
    parts.push(part);
    length += part.length + 2;
  }
  return `${parts.join("\n\n")}\n`;
}

/** Mostly ids, sometimes double brackets or a link with a path; one in a hundred leads nowhere. */
function mentionIn(plan: Plan, from: ItemRef): Mention {
  return (random) => {
    const kind = random.one(["feature", "feature", "prd", "kpi", "goal", "decision"] as const);
    const target: ItemRef = { kind, number: random.between(1, Math.max(1, plan.counts[kind])) };
    if (random.chance(0.002)) return strayId(kind, random);
    const roll = random.next();
    if (roll < 0.6) return idOf(target);
    if (roll < 0.75) return `[[${idOf(target)}]]`;
    return `[${random.one(["this", "the plan", "what we know"])}](${pathFrom(from, target)})`;
  };
}

function metrics(random: Random): string {
  const lines = ["## Success metrics", "", "| Metric | Baseline | Target | Current |", "|---|---|---|---|"];
  for (const name of ["Orders paid", "Questions asked"].slice(random.between(0, 1))) {
    const from = random.between(20, 60);
    lines.push(`| ${name} | ${from}% | ${from + random.between(5, 30)}% | ${from + random.between(0, 5)}% |`);
  }
  return lines.join("\n");
}

/** One requirement for each 600 characters of the document, four at least. */
function requirements(random: Random, mention: Mention, size: number, done: boolean): string {
  const lines = ["## Requirements", ""];
  for (let number = 1; number <= Math.max(4, size / 600); number++)
    lines.push(`- [${random.chance(done ? 0.999 : 0.3) ? "x" : " "}] **FR-${number}:** ${sentence(random, mention)}`);
  return lines.join("\n");
}
