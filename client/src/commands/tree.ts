import { commands, l10n } from "vscode";
import { hint } from "../messages.ts";
import { activePlace, type Place } from "../place.ts";
import type { Roadmap } from "../views/roadmap.ts";

/** Without a place, the one that the person is at. */
export async function reveal(roadmap: Roadmap, place: Place | undefined = activePlace()): Promise<void> {
  await commands.executeCommand("throughline.roadmap.focus");
  if (place === undefined || (await roadmap.reveal(place, true))) return;
  hint(l10n.t("The roadmap has no row for this place."));
}
