import { l10n, window } from "vscode";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { type RenameKeepingParams, renameKeeping as rename } from "../../../server/src/write-protocol.ts";
import { applyRenaming } from "../apply-edit.ts";
import type { Connection } from "../connection.ts";
import { inform } from "../messages.ts";
import type { Place } from "../place.ts";
import { plainMessage } from "../pure/plain-text.ts";

/**
 * Renames the id at a place and notes the former one in its document. F2 leaves nothing behind; this is for ids that other
 * branches, tickets or mails go on naming.
 */
export async function renameKeeping(connection: Connection, place: Place | undefined): Promise<void> {
  if (place === undefined) return;
  const { line, character } = place.position;
  const at = { textDocument: { uri: place.uri.toString() }, position: { line, character } };
  const known = await connection.request<{ readonly placeholder: string } | null>("textDocument/prepareRename", at);
  if (known === null) {
    inform(l10n.t("There is no id at this place. Put the cursor on one, anywhere that it is named."));
    return;
  }
  const newName = await window.showInputBox({
    title: l10n.t("Rename {0}", known.placeholder),
    prompt: plainMessage(l10n.t("{0} stays as a former id, so that links to it still lead here.", known.placeholder)),
    value: known.placeholder,
    ignoreFocusOut: true,
  });
  if (newName === undefined) return;
  const params: RenameKeepingParams = { ...at, newName };
  const answer = await connection.request<EditAnswer>(rename, params);
  if (answer.edit === undefined) throw new Error(answer.refusal ?? l10n.t("This cannot be renamed."));
  await applyRenaming(connection, answer.edit);
}
