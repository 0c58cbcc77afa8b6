import { l10n } from "vscode";
import { type RoadmapChoices, roadmapChoices } from "../../../server/src/look-protocol.ts";
import { type RoadmapGroupings, roadmapGroupings } from "../../../server/src/protocol.ts";
import { type Choice, choice, choose, heading } from "../choices.ts";
import type { Connection } from "../connection.ts";
import type { Roadmap } from "../views/roadmap.ts";
import { showView, viewItems } from "./saved-views.ts";

interface LookItem extends Choice {
  readonly choose?: () => unknown;
}

/** What it is grouped by, sorted by, and the views of the team. All of it comes from the server, so that more needs nothing here. */
export async function chooseGrouping(connection: Connection, roadmap: Roadmap): Promise<void> {
  const groupings = await connection.request<RoadmapGroupings>(roadmapGroupings);
  const { fields, sorts, views } = await connection.request<RoadmapChoices>(roadmapChoices);
  const { by, sort } = roadmap.look;
  const field = fields.find(({ id }) => id === by);
  const current = (isCurrent: boolean) => (isCurrent ? l10n.t("current") : "");
  const items: readonly LookItem[] = [
    heading(l10n.t("Group by"), {}),
    ...groupings.map(({ id, title }) =>
      choice({ label: title, description: current(id === by) }, { choose: () => roadmap.setLook({ by: id }) }),
    ),
    choice(
      { label: l10n.t("Another Field…"), description: field && `${field.title} · ${l10n.t("current")}` },
      { choose: () => chooseField(fields, roadmap) },
    ),
    heading(l10n.t("Sort by"), {}),
    ...sorts.map(({ id, title, says }) => {
      const description = id === sort ? `${says} · ${l10n.t("current")}` : says;
      return choice({ label: title, description }, { choose: () => roadmap.setLook({ sort: id }) });
    }),
    heading(l10n.t("Views"), {}),
    ...viewItems(connection, views, roadmap, (view) => showView(roadmap, view)),
  ];
  const picked = await choose(items, { title: l10n.t("Group and Sort the Roadmap") });
  await picked?.choose?.();
}

async function chooseField(fields: RoadmapChoices["fields"], roadmap: Roadmap): Promise<void> {
  const items = fields.map(({ id, title, says }) => {
    const description = id === roadmap.look.by ? l10n.t("current") : "";
    return choice({ label: title, detail: says, description }, { id });
  });
  const picked = await choose(items, {
    title: l10n.t("Group the Roadmap by a Field"),
    matchOnDetail: true,
  });
  if (picked !== undefined) await roadmap.setLook({ by: picked.id });
}
