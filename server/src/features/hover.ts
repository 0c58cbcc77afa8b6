import type { Hover, HoverParams } from "vscode-languageserver";
import { Phrase, plural, say } from "../base/say.ts";
import { itemCard } from "../roadmap/card.ts";
import { plainMarkdown } from "../roadmap/markdown.ts";
import { rules } from "../rules/all.ts";
import { pageOf } from "../rules/page.ts";
import { isSame } from "../workspace/place.ts";
import { childrenOf, textOf } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Edge, Found } from "../workspace/query.ts";
import { configHover } from "./config-words.ts";
import type { Feature, State } from "./feature.ts";
import { fieldWords, kindWords, valueWords } from "./field-words.ts";
import { firstSentences } from "./first-sentences.ts";
import { type Spot, spotAt } from "./spot.ts";

/** What stands behind a name, a field, a word or a rule. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  requests: { "textDocument/hover": (params: HoverParams, state) => hoverAt(params, state) ?? null },
  // A card quotes what a document begins with.
  reads: ({ textDocument, position }: HoverParams, state) => {
    const spot = spotAt(state, textDocument.uri, position);
    return spot?.type === "item" ? spot.items.slice(0, mostCards).map(({ file }) => spot.project.uriOf(file.path)) : [];
  },
};

function hoverAt({ textDocument, position }: HoverParams, state: State): Hover | undefined {
  const document = state.document(textDocument.uri);
  const isConfig = document !== undefined && state.workspace.isConfig(textDocument.uri);
  if (isConfig) return understood(configHover(state, document, position), state);
  const spot = spotAt(state, textDocument.uri, position);
  const value = spot === undefined ? "" : wordsFor(spot, state);
  if (spot === undefined || value === "") return undefined;
  return understood({ range: spot.range, contents: { kind: "markdown", value } }, state);
}

function wordsFor(spot: Spot, state: State): string {
  switch (spot.type) {
    case "item":
      return spot.items
        .slice(0, mostCards)
        .map((found) => cardOf(found, spot, state))
        .join("\n\n---\n\n");
    case "key":
      return fieldWords(spot.field, spot.kind, spot.project.config.schema, state.tell);
    case "value":
      return valueWords(spot.field, spot.kind, spot.text, spot.project.config, state.tell);
    case "kind":
      return kindWords(spot.kind, state.tell);
    case "rule":
      return ruleWords(spot.rule, state.tell);
  }
}

/** A name may lead to several items; who looks wants to see which. */
const mostCards = 3;

function cardOf(found: Found, spot: Extract<Spot, { type: "item" }>, state: State): string {
  const { project, from } = spot;
  const { query } = project;
  const edge =
    from === undefined || found.item.base !== "kpi"
      ? undefined
      : query.outgoing(from).find(({ to, name }) => isSame(to, found) && (name === "kpis" || name === "guardrails"));
  const incoming = query.incoming(found);
  const below = childrenOf(query, found, incoming);
  return itemCard({ query, found, edge, below, tell: state.tell }, [
    plainMarkdown(saysOf(found, project, state)),
    extras(found),
    usedBy(incoming, state.tell),
    // Where it is defined the editor shows its problems itself.
    spot.form === "site" ? "" : problems(found, project, state),
  ]);
}

function saysOf(found: Found, project: Project, state: State): string {
  const summary = textOf(found, "summary");
  if (summary !== undefined) return summary;
  const document = state.document(project.uriOf(found.file.path));
  const places = project.places(found.file.path);
  return document === undefined || places === undefined ? "" : firstSentences(document, found.item, places);
}

/** Keys that are no fields of ours are the team's own business; they are kept, and shown here. */
function extras({ item }: Found): string {
  const lines = item.extras
    .filter(({ text }) => text.trim() !== "")
    .slice(0, mostNames)
    .map(({ name, text }) => `${plainMarkdown(name)}: ${plainMarkdown(short(text))}`);
  return lines.join("  \n");
}

function usedBy(incoming: readonly Edge[], tell: State["tell"]): string {
  const names = [...new Set(incoming.map(({ from }) => from))].map(({ item }) =>
    item.id === undefined ? item.title : `${item.title} (${item.id})`,
  );
  if (names.length === 0) return "";
  const shown = names.slice(0, mostNames).map(short).map(plainMarkdown).join(", ");
  const more = names.length - mostNames;
  return tell(more > 0 ? say`Used by: ${shown} and ${more} more` : say`Used by: ${shown}`);
}

function problems({ file, item }: Found, project: Project, { engine, tell }: State): string {
  const own = engine
    .problems(project.uriOf(file.path))
    .filter(({ item: key, level }) => key === item.key && level !== "hint");
  const lines = own.slice(0, mostProblems).map(({ message }) => `- ${plainMarkdown(tell(message))}`);
  if (own.length > mostProblems) lines.push(`- ${tell(say`and ${own.length - mostProblems} more`)}`);
  return own.length === 0 ? "" : [tell(plural(own.length, "{0} problem:", "{0} problems:")), ...lines].join("\n");
}

const mostNames = 5;
const mostProblems = 4;

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}

function ruleWords(id: string, tell: State["tell"]): string {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined
    ? ""
    : `**${plainMarkdown(tell(new Phrase(rule.title)))}**\n\n[${tell(say`More about ${rule.id}`)}](${pageOf(rule.id)})`;
}

/** Markdown where the client draws it, else the same words without marks. */
function understood(found: Hover | undefined, { client }: State): Hover | undefined {
  const formats = client.textDocument?.hover?.contentFormat;
  if (found === undefined || formats === undefined || formats.includes("markdown")) return found;
  const { contents } = found;
  if (typeof contents !== "object" || !("value" in contents)) return found;
  const plain = contents.value
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, "$1: $2")
    .replace(/(?<!\\)(\*\*|`)/g, "")
    .replace(/ {2}$/gm, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return { ...found, contents: { kind: "plaintext", value: plain } };
}
