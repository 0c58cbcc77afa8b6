import { showHealth } from "../model/health.ts";
import { showStatus } from "../model/phase.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { fieldOf, ownersOf, statusOf, textOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Found } from "../workspace/query.ts";
import { type ItemBranch, itemsAt } from "./branch.ts";
import { counted, countsOf, countWords } from "./counts.ts";
import type { Plan } from "./facts.ts";
import { kindWord, shownHealth } from "./item-words.ts";
import { kpiValues, valueWords } from "./kpi-values.ts";
import { plainMarkdown } from "./markdown.ts";
import { ownerLabel } from "./owners.ts";

/** Everything worth knowing about an item, as Markdown of a few lines. */
export function itemTooltip(branch: ItemBranch, plan: Plan, problems: number): string {
  const { found } = branch;
  const parts = [
    heading(found, plan),
    health(branch, plan),
    facts(branch, plan),
    kpis(found, plan),
    summary(found),
    counted(problems, "problem"),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading(found: Found, plan: Plan): string {
  const { item } = found;
  const status = statusOf(found);
  const { phase } = plan.facts(found);
  const kind = kindWord(plan, item.kind);
  const words = [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    status === undefined ? phase : showStatus(status),
    item.id === undefined ? "" : item.id,
  ];
  return `**${plainMarkdown(item.title)}**  \n${words
    .filter((word) => word !== "")
    .map(plainMarkdown)
    .join(" · ")}`;
}

function health(branch: ItemBranch, plan: Plan): string {
  const { health, reasons, stated, worse } = shownHealth(branch, plan);
  if (health === "unknown") return "";
  const note = stated === undefined || stated.note === "" ? "" : `: ${plainMarkdown(stated.note)}`;
  const said = stated === undefined ? "" : `, as somebody says${note}`;
  const looks = worse === undefined ? "" : ` It looks ${showHealth(worse).toLowerCase()}.`;
  const shown = reasons.slice(0, mostReasons).map((reason) => `- ${plainMarkdown(reason)}`);
  if (reasons.length > mostReasons) shown.push(`- and ${reasons.length - mostReasons} more`);
  return [`**${showHealth(health)}**${said}${looks === "" ? "" : `.${looks}`}`, ...shown].join("\n");
}

const mostReasons = 6;

function facts(branch: ItemBranch, plan: Plan): string {
  const { found, edge } = branch;
  const { timeframe, base } = plan.facts(found);
  const owners = ownersOf(found).map((owner) => ownerLabel(owner, plan.query));
  const due = edge?.values.get("timeframe")?.text;
  const progress = base === "kpi" ? undefined : progressOf(plan.query, found);
  const below = new Set(itemsAt(branch));
  below.delete(found);
  const counts = base === "vision" || base === "goal" ? countWords(countsOf(plan, below)) : [];
  const lines = [
    line("Figures", base === "kpi" ? valueWords(kpiValues(found, edge), edge?.name === "guardrails") : undefined),
    line("Unit", base === "kpi" ? textOf(found, "unit") : undefined),
    line("When", due ?? (timeframe === undefined ? noneSaid(found, "timeframe") : showTimeframe(timeframe))),
    line("Owner", owners.length > 0 ? owners.join(", ") : noneSaid(found, "owner")),
    line("Team", textOf(found, "team")),
    line(
      "Progress",
      progress && `${progress.done} of ${progress.all} ${progress.of === "children" ? "parts" : "requirements"} done`,
    ),
    line("Below", counts.length > 0 ? counts.join(" · ") : undefined),
  ];
  return lines.filter((one) => one !== "").join("  \n");
}

function line(label: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `${label}: ${plainMarkdown(text)}`;
}

/** "none: legal deadline" is an answer too. */
function noneSaid(found: Found, name: string): string | undefined {
  const field = fieldOf(found, name);
  return field?.state === "none" ? (field.values[0]?.text ?? "none") : undefined;
}

function kpis(found: Found, plan: Plan): string {
  const links = plan.edges.outgoing(found).filter(({ name, to }) => {
    return (name === "kpis" || name === "guardrails") && plan.has(to) && plan.facts(to).base === "kpi";
  });
  const rows = links.slice(0, mostKpis).map((edge) => {
    const guard = edge.name === "guardrails" ? " (guardrail)" : "";
    return `- ${plainMarkdown(edge.to.item.title)}${guard}: ${plainMarkdown(valueWords(kpiValues(edge.to, edge), edge.name === "guardrails"))}`;
  });
  if (links.length > mostKpis) rows.push(`- and ${links.length - mostKpis} more`);
  return rows.length === 0 ? "" : ["KPIs:", ...rows].join("\n");
}

const mostKpis = 8;

function summary(found: Found): string {
  const text = textOf(found, "summary");
  return text === undefined ? "" : plainMarkdown(text);
}
