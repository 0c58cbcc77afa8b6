import { ConfigurationTarget, l10n, window, workspace } from "vscode";
import { withBlock } from "../pure/quick-suggestions.ts";
import { markdownEditor } from "../settings.ts";

/** Lets lists open by themselves in the block at the top. Shows what it writes, and writes it when somebody says so. */
export async function suggestWhileTyping(): Promise<void> {
  const settings = markdownEditor();
  const value = withBlock(settings.get("quickSuggestions"));
  const isInWorkspace = (workspace.workspaceFolders ?? []).length > 0;
  const written = JSON.stringify({ "[markdown]": { "editor.quickSuggestions": value } }, undefined, 2);
  const turnOn = l10n.t("Turn On");
  const answer = await window.showInformationMessage(
    l10n.t("Offer fields, people and links while you type?"),
    {
      modal: true,
      detail: isInWorkspace
        ? l10n.t(
            "In the block at the top only; the text stays quiet. The settings of this workspace get:\n\n{0}",
            written,
          )
        : l10n.t("In the block at the top only; the text stays quiet. Your settings get:\n\n{0}", written),
    },
    turnOn,
  );
  if (answer !== turnOn) return;
  const target = isInWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("quickSuggestions", value, target, true);
}
