import { say, type Words } from "../base/say.ts";
import { healthWord, showHealth } from "../model/health.ts";
import { kindWord } from "../model/kind-words.ts";
import { phaseWord, showStatus } from "../model/phase.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { addressesOf } from "../workspace/addresses.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { fieldOf, ownersOf, statusOf, textOf } from "../workspace/plan.ts";
import { type Progress, progressOf } from "../workspace/progress.ts";
import type { Edge, Found, Query } from "../workspace/query.ts";
import { countsOf, countWords } from "./counts.ts";
import { shownHealth } from "./item-words.ts";
import { kpiValues, valueBar, valueWords } from "./kpi-values.ts";
import { markdownLink, plainMarkdown } from "./markdown.ts";
import { ownerLabel } from "./owners.ts";
import { scoreExplained } from "./score-words.ts";

/** An item as it is looked at: in a row of the roadmap, or under the pointer in a document. */
export interface CardSubject {
  readonly query: Query;
  readonly found: Found;
  /** The link through which it is seen, with the values of a key result. */
  readonly edge?: Edge | undefined;
  /** What it is reached through. */
  readonly below: Iterable<Found>;
  /** In the language of the person. */
  readonly tell: (words: Words) => string;
}

/** Everything worth knowing about an item, as Markdown of a few lines; `more` are paragraphs behind it. */
export function itemCard(subject: CardSubject, more: readonly string[] = []): string {
  const parts = [heading(subject), health(subject), facts(subject), kpis(subject), ...more];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading({ query, found, tell }: CardSubject): string {
  const { item } = found;
  const status = statusOf(found);
  const { phase } = itemFacts(query, found);
  const kind = tell(kindWord(query.config.schema, item.kind));
  const words = [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    status === undefined ? tell(phaseWord(phase)) : showStatus(status),
    item.id === undefined ? "" : item.id,
  ];
  return `**${plainMarkdown(item.title)}**  \n${words
    .filter((word) => word !== "")
    .map(plainMarkdown)
    .join(" · ")}`;
}

function health({ query, tell, ...seen }: CardSubject): string {
  const { health, reasons, stated, worse } = shownHealth(seen, query);
  if (health === "unknown") return "";
  const bold = `**${tell(showHealth(health))}**`;
  const said = stated === undefined ? bold : byHand(bold, plainMarkdown(stated.note));
  const first = worse === undefined ? said : say`${said}. It looks ${healthWord(worse)}.`;
  const shown = reasons.slice(0, mostReasons).map((reason) => `- ${plainMarkdown(tell(reason))}`);
  return [tell(first), ...shown, ...andMore(reasons.length - mostReasons, tell)].join("\n");
}

const mostReasons = 6;

function byHand(health: string, note: string): Words {
  return note === "" ? say`${health}, as somebody says` : say`${health}, as somebody says: ${note}`;
}

function andMore(count: number, tell: CardSubject["tell"]): readonly string[] {
  return count > 0 ? [`- ${tell(say`and ${count} more`)}`] : [];
}

function facts({ query, found, edge, below, tell }: CardSubject): string {
  const { timeframe, base } = itemFacts(query, found);
  const owners = ownersOf(found).map((owner) => ownerLabel(owner, query));
  const due = edge?.values.get("timeframe")?.text;
  const progress = base === "kpi" ? undefined : progressOf(query, found);
  const known = (item: Found) => itemFacts(query, item);
  const counts = base === "vision" || base === "goal" ? countWords(countsOf({ facts: known }, below)) : [];
  const when = due ?? (timeframe === undefined ? noneSaid(found, "timeframe") : showTimeframe(timeframe));
  const unit = base === "kpi" ? textOf(found, "unit") : undefined;
  const owner = owners.length > 0 ? owners.join(", ") : noneSaid(found, "owner");
  const team = textOf(found, "team");
  const [goals, kpis] = [noneSaid(found, "goals"), noneSaid(found, "kpis")];
  const lines = [
    base === "kpi" && say`Figures: ${figures(found, edge)}`,
    unit && say`Unit: ${unit}`,
    when && say`When: ${when}`,
    owner && say`Owner: ${owner}`,
    team && say`Team: ${team}`,
    progress && progressLine(progress),
    goals && say`Goals: ${goals}`,
    kpis && say`KPIs: ${kpis}`,
    scoreExplained(query, found),
    counts.length > 0 && say`Below: ${counts.map(tell).join(" · ")}`,
  ];
  const shown = lines.flatMap((words) => (words ? [plainMarkdown(tell(words))] : []));
  return [...shown, ...addresses(found, query, tell)].join("  \n");
}

function progressLine({ done, all, of }: Progress): Words {
  return of === "children"
    ? say`Progress: ${done} of ${all} parts done`
    : say`Progress: ${done} of ${all} requirements done`;
}

/** Where more about it can be found, to be opened in a browser. */
function addresses(found: Found, { config }: Query, tell: CardSubject["tell"]): readonly string[] {
  const all = addressesOf(found, config);
  const links = all.slice(0, mostLinks).map(({ label, url }) => markdownLink(label, url));
  if (all.length > mostLinks) links.push(tell(say`and ${all.length - mostLinks} more`));
  return links.length === 0 ? [] : [tell(say`Links: ${links.join(" · ")}`)];
}

const mostLinks = 6;

/** "none: legal deadline" is an answer too. */
function noneSaid(found: Found, name: string): Words | undefined {
  const field = fieldOf(found, name);
  return field?.state !== "none" ? undefined : field.reason === "" ? say`none` : say`none: ${field.reason}`;
}

/** A guardrail has to hold, it need not get anywhere. */
function figures(kpi: Found, edge: Edge | undefined): Words {
  const isGuardrail = edge?.name === "guardrails";
  const bar = isGuardrail ? undefined : valueBar(kpi, edge);
  const values = valueWords(kpiValues(kpi, edge), isGuardrail);
  return bar === undefined ? values : say`${values} ${bar}`;
}

function kpis({ query, found, tell }: CardSubject): string {
  const links = query.outgoing(found).filter(({ name, to }) => {
    return (name === "kpis" || name === "guardrails") && itemFacts(query, to).base === "kpi";
  });
  const rows = links.slice(0, mostKpis).map((edge) => {
    const { title } = edge.to.item;
    const isGuardrail = edge.name === "guardrails";
    const values = valueWords(kpiValues(edge.to, edge), isGuardrail);
    return `- ${plainMarkdown(tell(isGuardrail ? say`${title} (guardrail): ${values}` : say`${title}: ${values}`))}`;
  });
  const all = [tell(say`KPIs:`), ...rows, ...andMore(links.length - mostKpis, tell)];
  return rows.length === 0 ? "" : all.join("\n");
}

const mostKpis = 8;
