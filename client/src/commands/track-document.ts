import { commands, l10n, Position, window, workspace } from "vscode";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { type TrackDocumentParams, trackDocument as track } from "../../../server/src/write-protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import { choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { inform } from "../messages.ts";
import { activePlace, type Place } from "../place.ts";
import type { Roadmap } from "../views/roadmap.ts";

/** Adds the one line that makes a document a spec. */
export async function trackDocument(connection: Connection, roadmap: Roadmap): Promise<void> {
  const place = activePlace() ?? (await choosePlace());
  if (place === undefined) return;
  const uri = place.uri.toString();
  let answer = await ask({ uri });
  if (answer.choices !== undefined && answer.edit === undefined) {
    const picked = await choose(
      answer.choices.map(({ value, label, detail }) => choice({ label, detail }, { value })),
      { title: l10n.t("Track This Document"), placeHolder: l10n.t("What does it describe?") },
    );
    if (picked === undefined) return;
    answer = await ask({ uri, kind: picked.value });
  }
  if (answer.edit === undefined) {
    inform(answer.refusal ?? l10n.t("This document is tracked already."));
    return;
  }
  await applyEdit(connection, answer.edit);
  await window.showTextDocument(place.uri, { preview: false });
  await roadmap.reveal(place, false);

  function ask(params: TrackDocumentParams): Promise<EditAnswer> {
    return connection.request<EditAnswer>(track, params);
  }
}

/** From the welcome text there is no document at hand yet: offer the Markdown files of the workspace. */
async function choosePlace(): Promise<Place | undefined> {
  const files = await workspace.findFiles("**/*.{md,markdown}", "**/node_modules/**", 2_000);
  const names = files.map((uri) => choice({ label: workspace.asRelativePath(uri) }, { uri }));
  if (names.length === 0) {
    const begin = l10n.t("New PRD…");
    const nothing = l10n.t("There is no Markdown document in this folder yet.");
    if ((await window.showInformationMessage(nothing, begin)) === begin) {
      await commands.executeCommand("throughline.new", { template: "prd" });
    }
    return undefined;
  }
  names.sort((one, other) => one.label.localeCompare(other.label));
  const picked = await choose(names, {
    title: l10n.t("Track This Document"),
    placeHolder: l10n.t("Which document?"),
  });
  return picked && { uri: picked.uri, position: new Position(0, 0) };
}
