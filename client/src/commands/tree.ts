import { commands, l10n, window } from "vscode";
import { activePlace, type Place } from "../place.ts";
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

/** How long to wait for the next letter. */
const TYPING_PAUSE_MS = 150;

/** The tree follows what is typed; Escape brings back what there was. */
export function chooseFilter(roadmap: Roadmap): void {
  const before = roadmap.filter;
  const box = window.createInputBox();
  let typing: ReturnType<typeof setTimeout> | undefined;
  let wanted = before;
  box.title = l10n.t("Filter the Roadmap");
  box.prompt = l10n.t("Words in a title, an id or an owner. Empty shows everything.");
  box.value = before;
  box.onDidChangeValue((words) => {
    clearTimeout(typing);
    typing = setTimeout(() => void roadmap.setFilter(words), TYPING_PAUSE_MS);
  });
  box.onDidAccept(() => {
    wanted = box.value;
    box.hide();
  });
  box.onDidHide(() => {
    clearTimeout(typing);
    void roadmap.setFilter(wanted);
    box.dispose();
  });
  box.show();
}

/** Without a place, the one that the person is at. */
export async function reveal(roadmap: Roadmap, place: Place | undefined = activePlace()): Promise<void> {
  await commands.executeCommand("throughline.roadmap.focus");
  if (place === undefined || (await roadmap.reveal(place, true))) return;
  window.setStatusBarMessage(l10n.t("The roadmap has no row for this place."), 4_000);
}
