import { pathOf } from "../../base/uri.ts";
import { placeOf } from "../../workspace/place.ts";
import { isDefinition } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { concernOf } from "./concern.ts";
import { idAt } from "./file-move.ts";
import { type Move, movesOf } from "./moves.ts";
import type { NewName, Renaming } from "./renaming.ts";

/** What follows where files and folders move: a renaming for each project, whatever moves where. */
export function moveFiles(
  workspace: Workspace,
  all: readonly Move[],
  options: Pick<Renaming, "leavesOwnLinks"> = {},
): readonly Renaming[] {
  const moves = movesOf(all);
  const projects = workspace.projects();
  /** A folder with a configuration takes its project along. */
  const rootOf = (uri: string): string | undefined => {
    let nearest: string | undefined;
    for (const { root } of projects) {
      const after = moves.of(root) ?? root;
      if (uri.startsWith(`${after}/`) && after.length > (nearest?.length ?? -1)) nearest = after;
    }
    return nearest;
  };
  return projects.map((project) => {
    const renaming = { project, names: new Map(), moves, rootOf, ...options };
    const names = newIds(renaming);
    return names.length === 0
      ? renaming
      : { ...renaming, names: new Map(names.map((name) => [placeOf(name.found), name])) };
  });
}

/** Ids that are made of paths change with them. */
function newIds(renaming: Renaming): readonly NewName[] {
  const { project, moves } = renaming;
  if (![...project.config.schema.kinds.values()].some(({ idForm }) => idForm?.file !== undefined)) return [];
  const { isMoved } = concernOf(renaming);
  return project.paths().flatMap((path): readonly NewName[] => {
    const to = isMoved(path) ? moves.of(project.uriOf(path)) : undefined;
    const target = to === undefined ? undefined : pathOf(project.root, to);
    const found = target === undefined ? undefined : documentOf(project, path);
    if (target === undefined || found?.item.id === undefined) return [];
    const id = idAt(project, found, target);
    const isFree = id !== undefined && id !== found.item.id && project.named(id).length === 0;
    return isFree ? [{ found, from: found.item.id, to: id }] : [];
  });
}

function documentOf(project: Project, path: string) {
  const index = project.summary(path)?.items.findIndex(({ site }) => site === "document") ?? -1;
  const found = index < 0 ? undefined : project.query.at(path, index);
  return found !== undefined && isDefinition(found, project.query) ? found : undefined;
}
