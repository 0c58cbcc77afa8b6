import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import { memo } from "../base/memo.ts";
import { kindWord } from "../model/kind-words.ts";
import type { Item } from "../model/summary.ts";
import { isDefinition } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { Feature, State } from "./feature.ts";
import { locationOf } from "./location.ts";
import { symbolKindOf } from "./symbol-kinds.ts";

/** Items of all projects, by letters of their ids and titles. */
export const workspaceSymbol: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  requests: { "workspace/symbol": (params: WorkspaceSymbolParams, state) => symbolsFor(params, state) },
};

/** The editor asks again with every letter, and nobody reads more. */
const most = 300;

function symbolsFor({ query }: WorkspaceSymbolParams, { workspace, tell }: State): readonly SymbolInformation[] {
  const letters = (query ?? "").toLowerCase().replace(/\s+/g, "");
  const symbols: SymbolInformation[] = [];
  for (const project of workspace.projects()) {
    for (const { path, items } of project.summaries()) {
      const words = wordsOf(items);
      for (let index = 0; index < words.length; index++) {
        const found = isIn(letters, words[index]!) ? project.query.at(path, index) : undefined;
        if (found === undefined || !isDefinition(found, project.query)) continue;
        const symbol = symbolOf(found, project, tell);
        if (symbol !== undefined) symbols.push(symbol);
        if (symbols.length === most) return symbols;
      }
    }
  }
  return symbols;
}

/** What is searched, in lower case: kept for as long as a file's items are, because a search is asked for with every letter. */
const wordsOf = memo((items: readonly Item[]) => items.map(({ key, title }) => `${key} ${title}`.toLowerCase()));

/** Whether the letters occur in this order, as editors match them. */
function isIn(letters: string, words: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = words.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

function symbolOf({ file, item }: Found, project: Project, tell: State["tell"]): SymbolInformation | undefined {
  const location = locationOf(project, file.path, item.entry);
  if (location === undefined) return undefined;
  // Editors match names only, and people know one or the other.
  const name = item.id === undefined || item.id === item.title ? item.title : `${item.id} ${item.title}`;
  return {
    name: name.trim() === "" ? item.key : name,
    kind: symbolKindOf(item.base),
    location,
    containerName: tell(kindWord(project.config.schema, item.kind)),
  };
}
