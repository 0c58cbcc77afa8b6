import { basename, dirname } from "../../base/path.ts";
import { say } from "../../base/say.ts";
import { inSteps } from "../../edits/in-steps.ts";
import { nextId } from "../../edits/next-id.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Fix, FixAction, FixContext } from "./fix.ts";

/** Gives an item the id that it should have. The old one is kept as a former id, so that links to it still lead here. */
export const changeId: Fix = {
  mends: ({ rule }) => rule === "invalid-id" || rule === "id-file-mismatch",
  actions(context) {
    const { found, project, problem } = context;
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    if (found?.item.id === undefined || kind === undefined) return [];
    if (problem.rule === "invalid-id") return changeTo(meantId(found.item.id, kind, context), kind, context);
    const promised = String(problem.data?.promised ?? "");
    const isFree = promised !== "" && project.query.claims(promised).length === 0;
    return [...renameFile(context), ...(isFree ? changeTo(promised, kind, context, true) : [])];
  },
};

function changeTo(id: string, kind: SchemaKind, context: FixContext, isOption = false): readonly FixAction[] {
  const { found, document, project, path, taken } = context;
  const old = found!.item.id!;
  if (!["document", "nested"].includes(found!.item.site) || !found!.item.fields.has("id") || taken.has(id)) return [];
  const edit = () => {
    const edits = inSteps(document, path, found!.index, project.config, [
      (file, item) => setItemField(file, item, kind, "id", [id]),
      (file, item) => {
        // Case makes no difference to a link.
        if (old.toLowerCase() === id.toLowerCase()) return [];
        const former = item.fields.get("aliases")?.values.map(({ text }) => text) ?? [];
        return setItemField(file, item, kind, "aliases", [...new Set([...former, old])]);
      },
    ]);
    return edits && { edits };
  };
  return [{ title: say`Change the id to ${id}`, edit, isOption }];
}

/** `feat_12` and `Feat12` are meant as `FEAT-12`; for anything else there is the next free number. */
function meantId(id: string, { prefixes }: SchemaKind, { project, elsewhere }: FixContext): string {
  const match = /^([a-z]{1,20})[\s_-]?(\d{1,9})$/i.exec(id.trim());
  const prefix = prefixes.find((one) => one.toLowerCase() === match?.[1]?.toLowerCase());
  const meant = prefix === undefined ? undefined : `${prefix}-${match![2]}`;
  const isFree = meant !== undefined && project.query.claims(meant).every(({ item }) => item.id === id);
  return isFree ? meant : nextId(project.query, prefixes[0]!, elsewhere);
}

/** The name that says the id, with the rest as it was: `feat-7-wallet.md` for `feat-2-wallet.md`. */
function renameFile({ found, path, project, can }: FixContext): readonly FixAction[] {
  const name = basename(path);
  const match = /^([a-z][a-z0-9]*)-\d+(?:\.\d+)*(?=$|[^a-z0-9])/i.exec(name);
  if (!can.rename || match === null) return [];
  const id = found!.item.id!;
  const said = match[1] === match[1]!.toLowerCase() ? id.toLowerCase() : id;
  const folder = dirname(path);
  const to = `${folder === "" ? "" : `${folder}/`}${said}${name.slice(match[0].length)}`;
  if (project.query.exists(to) !== false) return [];
  const edit = () => ({ edits: [], files: [{ type: "rename" as const, path, to }] });
  return [{ title: say`Rename the file to ${basename(to)}`, edit, isOption: true }];
}
