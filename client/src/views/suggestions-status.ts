import { Disposable, type LanguageStatusItem, l10n, languages, workspace } from "vscode";
import type { Connection } from "../connection.ts";
import { opensInBlock } from "../pure/quick-suggestions.ts";
import { forMarkdown, markdownEditor } from "../settings.ts";

/** A second line behind `{}`, as long as VS Code offers nothing by itself while somebody types in a block at the top. */
export function showSuggestionsStatus(connection: Connection): Disposable {
  let item: LanguageStatusItem | undefined;

  function look(): void {
    const { state } = connection;
    const isWanted = state !== undefined && state.state !== "failed" && state.state !== "no-specs";
    if (!isWanted || opensInBlock(markdownEditor().get("quickSuggestions"))) {
      item?.dispose();
      item = undefined;
      return;
    }
    if (item !== undefined) return;
    item = languages.createLanguageStatusItem("throughline.suggestions", { language: "markdown" });
    item.name = l10n.t("Throughline Suggestions");
    item.text = l10n.t("Fields are offered with Ctrl+Space");
    item.command = { title: l10n.t("While Typing…"), command: "throughline.suggestWhileTyping" };
  }

  const listening = [
    connection.onState(look),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("editor.quickSuggestions", forMarkdown)) look();
    }),
  ];
  look();
  return new Disposable(() => {
    for (const one of listening) one.dispose();
    item?.dispose();
  });
}
