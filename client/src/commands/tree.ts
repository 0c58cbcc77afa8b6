import { commands, l10n, window } from "vscode";
import { activePlace } from "../place.ts";
import type { Roadmap } from "../views/roadmap.ts";

/** The groupings come from the server, so that a new one needs nothing here. */
export async function chooseGrouping(roadmap: Roadmap): Promise<void> {
  const groupings = await roadmap.groupings();
  const picked = await window.showQuickPick(
    groupings.map(({ id, title }) => ({ id, label: title, description: id === roadmap.by ? l10n.t("current") : "" })),
    { title: l10n.t("Group the Roadmap By") },
  );
  if (picked !== undefined) await roadmap.groupBy(picked.id);
}

export async function chooseFilter(roadmap: Roadmap): Promise<void> {
  const words = await window.showInputBox({
    title: l10n.t("Filter the Roadmap"),
    prompt: l10n.t("Words in a title, an id or an owner. Empty shows everything."),
    value: roadmap.filter,
  });
  if (words !== undefined) await roadmap.setFilter(words);
}

export async function revealActive(roadmap: Roadmap): Promise<void> {
  const place = activePlace();
  await commands.executeCommand("throughline.roadmap.focus");
  if (place === undefined || (await roadmap.reveal(place, true))) return;
  window.setStatusBarMessage(l10n.t("The roadmap has no row for this place."), 4_000);
}
