import type { Project } from "../../workspace/project.ts";
import { Workspace } from "../../workspace/workspace.ts";
import type { PlanChange } from "./change.ts";
import { planChanges } from "./plan-changes.ts";

export interface ProjectChanges {
  /** As it is now; as it was where it is gone. */
  readonly project: Project;
  readonly changes: readonly PlanChange[];
}

/** Of each project that is or was, by folder; in one that was not there everything is new. */
export function projectChanges(before: readonly Project[], after: readonly Project[]): readonly ProjectChanges[] {
  const was = new Map(before.map((project) => [project.root, project]));
  const is = new Map(after.map((project) => [project.root, project]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().map((root) => {
    const project = (is.get(root) ?? was.get(root))!;
    const empty = () => emptyProject(project).query;
    return { project, changes: planChanges(was.get(root)?.query ?? empty(), is.get(root)?.query ?? empty()) };
  });
}

function emptyProject({ root, query }: Project): Project {
  const workspace = new Workspace({ today: query.today, ruleIds: [] });
  workspace.apply([{ type: "roots", uris: [root] }]);
  return workspace.projects()[0]!;
}
