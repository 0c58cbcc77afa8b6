import { l10n } from "vscode";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import {
  type ItemField,
  type ItemFields,
  type ItemFieldsParams,
  itemFields,
  type SetFieldParams,
  setField as set,
} from "../../../server/src/write-protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import { choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { inform } from "../messages.ts";
import type { Place } from "../place.ts";
import type { RowNode } from "../pure/row-tree.ts";
import { newDocument } from "./new-document.ts";
import { pickField } from "./pick-field.ts";
import { pickValues } from "./pick-values.ts";
import { placesOf } from "./rows.ts";

/** Field, then value, by picking: how people change a plan without knowing how it is written. */
export async function setField(
  connection: Connection,
  target: readonly RowNode[] | Place | undefined,
  name?: string,
): Promise<void> {
  const params = target && question(target);
  if (params === undefined) return;
  const item = await connection.request<ItemFields | null>(itemFields, params);
  if (item === null || item.fields.length === 0) {
    inform(l10n.t("There is no item at this place. “Track This Document…” adds a document to the plan."));
    return;
  }
  const picked = name ?? (await pickField(item));
  if (picked === undefined) return;
  const asked = await connection.request<ItemFields | null>(itemFields, { ...params, field: picked });
  const field = asked?.fields[0];
  if (field === undefined) return;
  const values =
    field.begins === undefined ? await pickValues(item.title, field) : await begin(connection, item, field);
  if (values === undefined) return;
  // In a list of several items only what was ticked, or is no longer, is meant: each keeps what else it has.
  const instead = field.options.flatMap((option) => (option.current ? option.value : []));
  const several = params.more !== undefined && field.many ? { instead } : {};
  const { more } = params;
  const change: SetFieldParams = { item: item.item, uri: item.uri, more, field: field.name, values, ...several };
  const answer = await connection.request<EditAnswer>(set, change);
  if (answer.edit === undefined) throw new Error(answer.refusal ?? l10n.t("This field cannot be changed here."));
  await applyEdit(connection, answer.edit);
}

/** Where there is nothing yet to choose from, it is begun here, or what is written leads elsewhere. */
async function begin(
  connection: Connection,
  { title }: ItemFields,
  field: ItemField,
): Promise<readonly string[] | undefined> {
  const linked = l10n.t("It gets a document of its own and is linked here.");
  const make = choice({ icon: "add", label: l10n.t("Make one…"), detail: linked }, {});
  const ways = l10n.t("A path, an address, or n/a and why.");
  const write = choice({ icon: "edit", label: l10n.t("Write something else…"), detail: ways }, {});
  const chosen = await choose([make, write], {
    title: l10n.t("{0} of {1}", field.title, title),
    placeHolder: l10n.t("There is none in this plan yet."),
  });
  if (chosen === write) return await pickValues(title, field);
  const id = chosen === make ? await newDocument(connection, { template: field.begins }) : undefined;
  return id === undefined ? undefined : [id];
}

function question(target: readonly RowNode[] | Place): ItemFieldsParams | undefined {
  if ("position" in target) {
    const { line, character } = target.position;
    return { uri: target.uri.toString(), position: { line, character } };
  }
  const [first, ...more] = placesOf(target);
  return first && { ...first, ...(more.length > 0 ? { more } : {}) };
}
