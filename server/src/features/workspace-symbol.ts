import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import { memo } from "../base/memo.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Query } from "../workspace/query.ts";
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

function symbolsFor({ query }: WorkspaceSymbolParams, { workspace }: State): readonly SymbolInformation[] {
  const letters = (query ?? "").toLowerCase().replace(/\s+/g, "");
  const symbols: SymbolInformation[] = [];
  for (const project of workspace.projects()) {
    for (const { found, words } of entriesOf(project.query)) {
      if (!isIn(letters, words)) continue;
      const symbol = symbolOf(found, project);
      if (symbol !== undefined) symbols.push(symbol);
      if (symbols.length === most) return symbols;
    }
  }
  return symbols;
}

interface Entry {
  readonly found: Found;
  /** What is searched, in lower case. */
  readonly words: string;
}

/** Kept for one version of the plan: a search is a key press. */
const entriesOf = memo((query: Query): readonly Entry[] =>
  query.items().map((found) => ({ found, words: `${found.item.key} ${found.item.title}`.toLowerCase() })),
);

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

function symbolOf({ file, item }: Found, project: Project): SymbolInformation | undefined {
  const location = locationOf(project, file.path, item.entry);
  if (location === undefined) return undefined;
  // Editors match names only, and people know one or the other.
  const name = item.id === undefined || item.id === item.title ? item.title : `${item.id} ${item.title}`;
  return {
    name: name.trim() === "" ? item.key : name,
    kind: symbolKindOf(item.base),
    location,
    containerName: file.path,
  };
}
