import { byItem } from "../rules/by-item.ts";
import { nothingTracked } from "../rules/words.ts";
import { isDefinition } from "../workspace/plan.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { Opened } from "./open-project.ts";
import type { Terminal } from "./terminal.ts";

/** An item of one of the projects below the root. */
export interface Listed {
  readonly found: Found;
  readonly project: Project;
  /** Relative to the root. */
  readonly file: string;
  readonly problems: number;
}

/** Says on the side that nothing is tracked; a result that is empty would leave people guessing. */
export function sayIfEmpty({ engine }: Opened, terminal: Terminal): boolean {
  const projects = engine.workspace.projects();
  if (projects.some(({ query }) => query.hasItems())) return false;
  const files = projects.reduce((sum, project) => sum + project.paths().length, 0);
  terminal.err(`There is nothing to show: ${nothingTracked(files)}\n`);
  return true;
}

/** How a project is called beside others: its folder from where the command reads, the root by its own name. */
export function projectName({ root }: Project, opened: Opened): string {
  const path = opened.show(root);
  return path === "" || path === root ? decodeURIComponent(root.slice(root.lastIndexOf("/") + 1)) : path;
}

/** All items that are defined, by file and position; another team's work that is only named is none. */
export function listItems({ engine, show }: Opened): readonly Listed[] {
  const listed: Listed[] = [];
  for (const project of engine.workspace.projects()) {
    const files = new Map<string, ReturnType<typeof byItem>>();
    for (const found of project.query.items()) {
      if (found.item.outside || !isDefinition(found, project.query)) continue;
      const uri = project.uriOf(found.file.path);
      let file = files.get(uri);
      if (file === undefined) files.set(uri, (file = byItem(engine.problems(uri))));
      const problems = file.get(found.item.key)?.length ?? 0;
      listed.push({ found, project, file: show(uri), problems });
    }
  }
  return listed.sort((a, b) => (a.file === b.file ? a.found.index - b.found.index : a.file < b.file ? -1 : 1));
}
