import { say, type Words } from "../../base/say.ts";
import { mapOfItem } from "../../edits/find-map.ts";
import { newFile, type Wanted } from "../../edits/new-file.ts";
import { rewriteEntries } from "../../edits/rewrite-entries.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { aKind, kindWord } from "../../model/kind-words.ts";
import { idPrefix } from "../../model/requirement-id.ts";
import type { SchemaKind } from "../../model/schema.ts";
import { setField } from "../../syntax/yaml-edit.ts";
import type { YamlValue } from "../../syntax/yaml-write.ts";
import { ownersOf } from "../../workspace/plan.ts";
import { type Fix, type FixAction, type FixContext, inPlace, spanOf } from "./fix.ts";
import { type LinkAt, linkAt } from "./link-at.ts";

/** Begins what is missing: right here in the list, as an entry with a title defines an item, or in a file of its own. */
export const createItem: Fix = {
  mends: ({ rule, data }) => rule === "unknown-reference" || typeof data?.field === "string",
  actions(context) {
    if (context.problem.rule !== "unknown-reference") return [...addHere(context), ...addInFile(context)];
    const at = linkAt(context);
    return at === undefined ? mentioned(context) : linked(at, context);
  },
};

/** The kind of thing that a field of an item asks for, which a document can be. */
function wantedKind({ found, project, problem }: FixContext): SchemaKind | undefined {
  const { kinds } = project.config.schema;
  const definition = kinds.get(found?.item.kind ?? "")?.fieldNames.get(String(problem.data?.field));
  const inner = definition?.type === "link" ? kinds.get(definition.to[0] ?? "") : undefined;
  return inner?.base === "requirement" ? undefined : inner;
}

function addHere(context: FixContext): readonly FixAction[] {
  const { found, project, path, document, problem } = context;
  const inner = wantedKind(context);
  const places = project.places(path);
  const kind = project.config.schema.kinds.get(found?.item.kind ?? "");
  const map = inner && places && mapOfItem(document, places, found!.item);
  if (map === undefined || kind === undefined) return [];
  const field = String(problem.data?.field);
  const name = found!.item.fields.get(field)?.written ?? field;
  const order = ["type", ...kind.fields.map((definition) => definition.name)];
  const { schema } = project.config;
  // "TBD" keeps it in mind: what is still called so is reported as a placeholder.
  const title = `${capital(String(aKind(schema, inner!.name)))} for ${found!.item.title} (TBD)`;
  return inPlace(
    say`Add a first ${kindWord(schema, inner!.name)} here`,
    setField(document.text, map, name, [{ title }], order),
  );
}

function addInFile(context: FixContext): readonly FixAction[] {
  const { found, project, path, document, problem, can } = context;
  const inner = wantedKind(context);
  const places = project.places(path);
  const kind = project.config.schema.kinds.get(found?.item.kind ?? "");
  if (!can.create || inner === undefined || places === undefined || kind === undefined) return [];
  const edit = () => {
    const file = newFile(project.query, inner, { owner: ownerFor(context), taken: context.elsewhere });
    const field = String(problem.data?.field);
    const edits = setItemField({ document, places }, found!.item, kind, field, [file.name]);
    return edits && { edits, files: [{ type: "create" as const, ...file }] };
  };
  return [
    { title: say`Create ${aKind(project.config.schema, inner.name)} in a file of its own`, edit, isOption: true },
  ];
}

/** A link that leads nowhere: what it should lead to is begun. */
function linked(at: LinkAt, context: FixContext): readonly FixAction[] {
  const { document, project, path, can } = context;
  const { target, text } = at.link;
  const { kinds, prefixes } = project.config.schema;
  const prefix = idPrefix(text);
  const named = prefix === undefined ? undefined : prefixes.get(prefix);
  const kind = named ?? kinds.get(at.definition.to[0] ?? "");
  if (kind === undefined || kind.base === "requirement" || !at.definition.to.includes(kind.base)) return [];
  const place = target.type === "path" ? target.paths.find((one) => one.endsWith(".md")) : undefined;
  const isName = target.type === "name" && !/[[\]/#]/.test(text);
  if (!isName && place === undefined) return [];
  const places = project.places(path);
  const map = places && mapOfItem(document, places, at.item);
  const value: YamlValue = named === undefined ? { title: text } : { id: text, title: "TBD" };
  const here =
    isName && map
      ? rewriteEntries(document.text, map, at.field.written, (one) => (one === text ? value : undefined))
      : [];
  const known: Wanted = place !== undefined ? { path: place } : named === undefined ? { title: text } : { id: text };
  const edit = () => {
    const file = newFile(project.query, kind, { ...known, owner: ownerFor(context), taken: context.elsewhere });
    // By its title it is found by nobody: the link says its id from now on.
    const isFound = place !== undefined || named !== undefined;
    const edits = isFound ? [] : [{ span: spanOf(context), newText: file.name }];
    return { edits, files: [{ type: "create" as const, ...file }] };
  };
  const title: Words = say`Create “${place ?? text}”`;
  return [
    ...(can.create ? [{ title, edit, isOption: true }] : []),
    ...inPlace(say`Define “${text}” here`, here, { isOption: true }),
  ];
}

/** An id in the text that nothing has yet. */
function mentioned(context: FixContext): readonly FixAction[] {
  const { document, project, can } = context;
  const { start, end } = spanOf(context);
  const text = document.text.slice(start, end);
  const prefix = idPrefix(text);
  const kind = prefix === undefined ? undefined : project.config.schema.prefixes.get(prefix);
  if (!can.create || kind === undefined || kind.base === "requirement") return [];
  const edit = () => ({
    edits: [],
    files: [{ type: "create" as const, ...newFile(project.query, kind, { id: text }) }],
  });
  return [{ title: say`Create “${text}”`, edit, isOption: true }];
}

/** Who answers for the whole answers for its parts, until somebody else does. */
function ownerFor({ found }: FixContext): string | undefined {
  return found === undefined ? undefined : ownersOf(found)[0];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
