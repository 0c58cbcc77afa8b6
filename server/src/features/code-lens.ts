import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { placeRange } from "../model/places.ts";
import { type RevealArgument, revealCommand } from "../protocol.ts";
import { problemWords } from "../roadmap/counts.ts";
import { byItem } from "../rules/by-item.ts";
import { itemsOf } from "../workspace/plan.ts";
import type { Located } from "../workspace/projects.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { figuresOf } from "./figures.ts";

/** "3 features · 2 KPIs · 67 % · 1 problem" above a document, and above each of its items where somebody wants that. */
export const codeLens: Feature = {
  capabilities: ({ textDocument }) => (textDocument?.codeLens === undefined ? undefined : { codeLensProvider: {} }),
  refresh: ({ workspace }) => (workspace?.codeLens?.refreshSupport === true ? "workspace/codeLens/refresh" : undefined),
  requests: { "textDocument/codeLens": (params: CodeLensParams, state) => lensesOf(params, state) },
  // What leads to documents that have not been read yet is no problem, and what they add is no figure.
  isSilentAtFirst: true,
};

function lensesOf({ textDocument: { uri } }: CodeLensParams, state: State): readonly CodeLens[] {
  const { codeLens: choice } = state.settings(uri);
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  if (choice === "off" || located === undefined || file === undefined) return [];
  const items = itemsOf(file, located.project.query);
  const shown = choice === "document" ? items.filter(({ item }) => item.site === "document") : items;
  const problems = state.engine.problems(uri).filter(({ level }) => level !== "hint");
  const ofItems = byItem(problems);
  return shown.flatMap((found) => {
    const its = found.item.site === "document" ? problems : (ofItems.get(found.item.key) ?? []);
    return lensOf(found, its.length, located, uri, state);
  });
}

function lensOf(
  found: Found,
  problems: number,
  { project, path }: Located,
  uri: string,
  { options, tell }: State,
): readonly CodeLens[] {
  const { item } = found;
  const places = project.places(path);
  if (places === undefined) return [];
  const isDocument = item.site === "document";
  const words = [...figuresOf(project.query, found), ...problemWords(problems)];
  if (words.length === 0) return [];
  const place = placeRange(places, item.entry);
  // A document as a whole has its line above everything.
  const start = isDocument ? { line: 0, character: 0 } : place.start;
  const title = words.map(tell).join(" · ");
  const argument: RevealArgument = { uri, position: place.start };
  const isClickable = options.commands?.includes(revealCommand) === true;
  const command = isClickable ? { title, command: revealCommand, arguments: [argument] } : { title, command: "" };
  return [{ range: { start, end: start }, command }];
}
