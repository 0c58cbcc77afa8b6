import { showHealth } from "../model/health.ts";
import { showStatus } from "../model/phase.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { addressesOf } from "../workspace/addresses.ts";
import { outgoingOf } from "../workspace/edge-index.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { fieldOf, ownersOf, statusOf, textOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Edge, Found, Query } from "../workspace/query.ts";
import { countsOf, countWords } from "./counts.ts";
import { kindWord, shownHealth } from "./item-words.ts";
import { kpiValues, valueBar, valueWords } from "./kpi-values.ts";
import { markdownLink, plainMarkdown } from "./markdown.ts";
import { ownerLabel } from "./owners.ts";

/** An item as it is looked at: in a row of the roadmap, or under the pointer in a document. */
export interface CardSubject {
  readonly query: Query;
  readonly found: Found;
  /** The link through which it is seen, with the values of a key result. */
  readonly edge?: Edge | undefined;
  /** What it is reached through. */
  readonly below: Iterable<Found>;
}

/** Everything worth knowing about an item, as Markdown of a few lines; `more` are paragraphs behind it. */
export function itemCard(subject: CardSubject, more: readonly string[] = []): string {
  const parts = [heading(subject), health(subject), facts(subject), kpis(subject), ...more];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading({ query, found }: CardSubject): string {
  const { item } = found;
  const status = statusOf(found);
  const { phase } = itemFacts(query, found);
  const kind = kindWord(query, item.kind);
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

function health({ query, ...seen }: CardSubject): string {
  const { health, reasons, stated, worse } = shownHealth(seen, query);
  if (health === "unknown") return "";
  const note = stated === undefined || stated.note === "" ? "" : `: ${plainMarkdown(stated.note)}`;
  const said = stated === undefined ? "" : `, as somebody says${note}`;
  const looks = worse === undefined ? "" : ` It looks ${showHealth(worse).toLowerCase()}.`;
  const shown = reasons.slice(0, mostReasons).map((reason) => `- ${plainMarkdown(reason)}`);
  if (reasons.length > mostReasons) shown.push(`- and ${reasons.length - mostReasons} more`);
  return [`**${showHealth(health)}**${said}${looks === "" ? "" : `.${looks}`}`, ...shown].join("\n");
}

const mostReasons = 6;

function facts({ query, found, edge, below }: CardSubject): string {
  const { timeframe, base } = itemFacts(query, found);
  const owners = ownersOf(found).map((owner) => ownerLabel(owner, query));
  const due = edge?.values.get("timeframe")?.text;
  const progress = base === "kpi" ? undefined : progressOf(query, found);
  const known = (item: Found) => itemFacts(query, item);
  const counts = base === "vision" || base === "goal" ? countWords(countsOf({ facts: known }, below)) : [];
  const lines = [
    line("Figures", base === "kpi" ? figures(found, edge) : undefined),
    line("Unit", base === "kpi" ? textOf(found, "unit") : undefined),
    line("When", due ?? (timeframe === undefined ? noneSaid(found, "timeframe") : showTimeframe(timeframe))),
    line("Owner", owners.length > 0 ? owners.join(", ") : noneSaid(found, "owner")),
    line("Team", textOf(found, "team")),
    line(
      "Progress",
      progress && `${progress.done} of ${progress.all} ${progress.of === "children" ? "parts" : "requirements"} done`,
    ),
    line("Goals", noneSaid(found, "goals")),
    line("KPIs", noneSaid(found, "kpis")),
    line("Below", counts.length > 0 ? counts.join(" · ") : undefined),
    addresses(found, query),
  ];
  return lines.filter((one) => one !== "").join("  \n");
}

function line(label: string, text: string | undefined): string {
  return text === undefined || text === "" ? "" : `${label}: ${plainMarkdown(text)}`;
}

/** Where more about it can be found, to be opened in a browser. */
function addresses(found: Found, { config }: Query): string {
  const all = addressesOf(found, config);
  const links = all.slice(0, mostLinks).map(({ label, url }) => markdownLink(label, url));
  if (all.length > mostLinks) links.push(`and ${all.length - mostLinks} more`);
  return links.length === 0 ? "" : `Links: ${links.join(" · ")}`;
}

const mostLinks = 6;

/** "none: legal deadline" is an answer too. */
function noneSaid(found: Found, name: string): string | undefined {
  const field = fieldOf(found, name);
  return field?.state !== "none" ? undefined : field.reason === "" ? "none" : `none: ${field.reason}`;
}

/** A guardrail has to hold, it need not get anywhere. */
function figures(kpi: Found, edge: Edge | undefined): string {
  const isGuardrail = edge?.name === "guardrails";
  const bar = isGuardrail ? undefined : valueBar(kpi, edge);
  return `${valueWords(kpiValues(kpi, edge), isGuardrail)}${bar === undefined ? "" : ` ${bar}`}`;
}

function kpis({ query, found }: CardSubject): string {
  const links = outgoingOf(query, found).filter(({ name, to }) => {
    return (name === "kpis" || name === "guardrails") && itemFacts(query, to).base === "kpi";
  });
  const rows = links.slice(0, mostKpis).map((edge) => {
    const guard = edge.name === "guardrails" ? " (guardrail)" : "";
    return `- ${plainMarkdown(edge.to.item.title)}${guard}: ${plainMarkdown(valueWords(kpiValues(edge.to, edge), edge.name === "guardrails"))}`;
  });
  if (links.length > mostKpis) rows.push(`- and ${links.length - mostKpis} more`);
  return rows.length === 0 ? "" : ["KPIs:", ...rows].join("\n");
}

const mostKpis = 8;
