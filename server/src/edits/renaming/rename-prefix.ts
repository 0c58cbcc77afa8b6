import { say, type Words } from "../../base/say.ts";
import { aKind } from "../../model/kind-words.ts";
import { isDefinition } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import { named } from "./check-new-id.ts";
import { namesPrefix } from "./config-edits.ts";
import { fileMove } from "./file-move.ts";
import type { Move } from "./moves.ts";
import { hasPrefix } from "./new-word.ts";
import { type Answer, type RenameOptions, refuseKeeping, renamingOf } from "./rename-item.ts";
import type { NewName } from "./renaming.ts";

/**
 * Gives all ids of a prefix another one, `TASK-7` to `BACK-7`, with everything that a single id takes along. Where the
 * configuration names the prefix it names the new one then; `config` is its text.
 */
export function renamePrefix(
  project: Project,
  from: string,
  to: string,
  config: string | undefined,
  options: RenameOptions,
): Answer {
  const { schema } = project.config;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(to))
    return {
      refusal:
        to === ""
          ? say`Write the new prefix, such as BACK.`
          : say`“${to}” cannot be a prefix: write letters and digits, such as BACK.`,
    };
  const items = itemsWith(project, from);
  const other = schema.prefixes.get(to);
  if (items.length === 0) {
    if (other === undefined || !isLinkedTo(project, from))
      return { refusal: say`No item has an id that begins with ${from}-, and no link leads to one.` };
    return { renaming: { ...renamingOf(project, []), lost: { from, to } } };
  }
  if (from === to) return { renaming: renamingOf(project, []) };
  const kind = schema.prefixes.get(from);
  if (kind === undefined) {
    return {
      refusal: say`${from} is the prefix of no kind, so ids of it are not recognised in texts. Give it to one in throughline.yaml first, under “prefix”.`,
    };
  }
  if (other !== undefined && other.base !== kind.base)
    return {
      refusal: say`${to} is the prefix of ${aKind(schema, other.name)}, and ${from} that of ${aKind(schema, kind.name)}.`,
    };
  if (other === undefined && (config === undefined || !namesPrefix(config, from))) {
    return {
      refusal: say`${to} is not the prefix of any kind yet. Add it to throughline.yaml first: kinds: { ${kind.name}: { prefix: [${to}] } }.`,
    };
  }
  const names: NewName[] = [];
  const moves: Move[] = [];
  for (const found of items) {
    const id = `${to}${found.item.id!.slice(from.length)}`;
    const refusal = refuseOne(project, found, id) ?? (options.keeps === true ? refuseKeeping(found) : undefined);
    if (refusal !== undefined) return { refusal };
    names.push({ found, from: found.item.id!, to: id, ...(options.keeps === true ? { keeps: true } : {}) });
    const file = fileMove(project, found, id);
    if (file?.isNeeded === true && (file.isTaken || !options.movesFiles))
      return { refusal: say`${named(found.item)} has its id from the name of its file, which cannot be renamed here.` };
    if (file !== undefined && !file.isTaken && options.movesFiles) moves.push(file.move);
  }
  return { renaming: renamingOf(project, names, moves, { from, to }) };
}

/** The prefixes that ids of a project have, with how many. */
export function prefixesOf(project: Project): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of project.query.items()) {
    const prefix = item.id === undefined ? undefined : /^([a-z][a-z\d]*)-\d/i.exec(item.id)?.[1];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return counts;
}

function itemsWith(project: Project, prefix: string): readonly Found[] {
  const { query } = project;
  return query.items().filter((found) => {
    const { id } = found.item;
    return id !== undefined && hasPrefix(id, prefix) && isDefinition(found, query);
  });
}

/** Whether links still say a prefix that no item has any more. */
function isLinkedTo(project: Project, prefix: string): boolean {
  const isIt = (text: string): boolean => hasPrefix(text.toUpperCase(), prefix.toUpperCase());
  return project.paths().some((path) => {
    const { items, mentions } = project.summary(path)!;
    return (
      mentions.some(({ text }) => isIt(text)) ||
      items.some(({ fields }) => [...fields.values()].some(({ links }) => links.some(({ text }) => isIt(text))))
    );
  });
}

function refuseOne(project: Project, found: Found, id: string): Words | undefined {
  if (found.item.base === "requirement") {
    const document = found.item.key.slice(0, found.item.key.lastIndexOf("/"));
    const [taken] = project.query.claims(`${document}/${id}`);
    return taken === undefined
      ? undefined
      : say`${found.item.id!} of ${found.file.path} would become ${id}, which is taken.`;
  }
  const [taken] = project.named(id);
  return taken === undefined
    ? undefined
    : say`${named(found.item)} would become ${id}, which is taken in ${taken.path}.`;
}
