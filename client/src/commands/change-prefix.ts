import { l10n, window } from "vscode";
import {
  type ChangePrefixParams,
  changePrefix as change,
  type IdPrefix,
  type PrefixAnswer,
  prefixes,
} from "../../../server/src/plan-protocol.ts";
import { applyRenaming } from "../apply-edit.ts";
import { choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { inform } from "../messages.ts";

/** Which prefix, what it is to be, and whether the former ids stay: then everything changes in one edit. */
export async function changePrefix(connection: Connection): Promise<void> {
  await connection.scanned();
  const from = await pickPrefix(await connection.request<readonly IdPrefix[]>(prefixes));
  if (from === undefined) return;
  const to = await window.showInputBox({
    title: l10n.t("Change {0}-", from.prefix),
    prompt: l10n.t("What ids are to begin with: BACK for BACK-7."),
    ignoreFocusOut: true,
  });
  if (to === undefined) return;
  const params: ChangePrefixParams = {
    folder: from.folder,
    from: from.prefix,
    to: to.trim().replace(/-$/, ""),
    keeps: false,
  };
  const answer = await connection.request<PrefixAnswer>(change, params);
  if (answer.edit === undefined) throw new Error(answer.refusal ?? l10n.t("This cannot be renamed."));
  const keeps = await confirm(params, answer);
  if (keeps === undefined) return;
  const chosen = keeps ? await connection.request<PrefixAnswer>(change, { ...params, keeps }) : answer;
  if (chosen.edit === undefined) throw new Error(chosen.refusal ?? l10n.t("This cannot be renamed."));
  await applyRenaming(connection, chosen.edit);
}

async function pickPrefix(known: readonly IdPrefix[]): Promise<IdPrefix | undefined> {
  if (known.length === 0) {
    inform(l10n.t("No document has an id yet."));
    return undefined;
  }
  const items = known.map((from) => {
    const detail = from.count === 1 ? l10n.t("1 id") : l10n.t("{0} ids", from.count);
    return choice({ label: `${from.prefix}-`, description: from.project, detail }, { from });
  });
  const picked = await choose(items, {
    title: l10n.t("Change Prefix"),
    placeHolder: l10n.t("Which ids?"),
    matchOnDescription: true,
  });
  return picked?.from;
}

/** Whether former ids stay; undefined where the person would rather not. */
async function confirm(
  { from, to }: ChangePrefixParams,
  { ids = 0, files = 0 }: PrefixAnswer,
): Promise<boolean | undefined> {
  const picked = await choose(
    [
      choice({ label: l10n.t("Change All") }, { keeps: false }),
      choice(
        {
          label: l10n.t("Change All and Keep the Former Ids"),
          detail: l10n.t("Each stands under “aliases” then, so that links from other branches still lead here."),
        },
        { keeps: true },
      ),
    ],
    {
      title: l10n.t("{0}- becomes {1}-: {2} ids in {3} files", from, to, ids, files),
      placeHolder: l10n.t("Ids, links, texts and file names change in one step, which can be undone."),
    },
  );
  return picked?.keeps;
}
