import { l10n, window } from "vscode";
import {
  type RoadmapSavedView,
  type RoadmapSaveViewParams,
  roadmapSaveView,
} from "../../../server/src/look-protocol.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import { type Choice, choice } from "../choices.ts";
import type { Connection } from "../connection.ts";
import type { Roadmap } from "../views/roadmap.ts";

interface ViewItem extends Choice {
  readonly choose: () => unknown;
}

/** The views of the team, and a row that makes one of what is seen now. */
export function viewItems(
  connection: Connection,
  views: readonly RoadmapSavedView[],
  roadmap: Roadmap,
  show: (view: RoadmapSavedView) => unknown,
): readonly ViewItem[] {
  return [
    ...views.map((view) => {
      const description = view.name === roadmap.view ? `${view.says} · ${l10n.t("current")}` : view.says;
      return choice({ icon: "bookmark", label: view.name, description }, { choose: () => show(view) });
    }),
    choice({ icon: "save", label: l10n.t("Save This View…") }, { choose: () => saveView(connection, roadmap) }),
  ];
}

/** Everything as the view says; its grouping stays as it is where the view names none. */
export function showView(
  roadmap: Roadmap,
  { name, by, filter = "", sort = "date", showDone = false }: RoadmapSavedView,
): Promise<void> {
  return roadmap.setLook({ filter, sort, showDone, ...(by === undefined ? {} : { by }) }, name);
}

/** Writes what is seen into `throughline.yaml`; there it can be undone, reviewed and shared. */
async function saveView(connection: Connection, roadmap: Roadmap): Promise<void> {
  const name = await window.showInputBox({
    title: l10n.t("Save This View of the Roadmap"),
    prompt: l10n.t("It goes into throughline.yaml, for everybody. One of the same name is replaced."),
    value: roadmap.view,
    validateInput: (typed) => (typed.trim() === "" ? l10n.t("A view needs a name.") : undefined),
  });
  if (name === undefined) return;
  const params: RoadmapSaveViewParams = { ...roadmap.look, name: name.trim() };
  const { edit, refusal } = await connection.request<EditAnswer>(roadmapSaveView, params);
  if (refusal !== undefined) throw new Error(refusal);
  await applyEdit(connection, edit);
  await roadmap.setLook({}, name.trim());
}
