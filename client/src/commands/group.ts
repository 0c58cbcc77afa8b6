import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { type RoadmapChoices, roadmapChoices } from "../../../server/src/look-protocol.ts";
import { type RoadmapGroupings, roadmapGroupings } from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";
import type { Roadmap } from "../views/roadmap.ts";
import { showView, viewItems } from "./saved-views.ts";

interface Choice extends QuickPickItem {
  readonly choose?: () => unknown;
}

/** What it is grouped by, sorted by, and the views of the team. All of it comes from the server, so that more needs nothing here. */
export async function chooseGrouping(connection: Connection, roadmap: Roadmap): Promise<void> {
  const groupings = await connection.request<RoadmapGroupings>(roadmapGroupings);
  const { fields, sorts, views } = await connection.request<RoadmapChoices>(roadmapChoices);
  const { by, sort } = roadmap.look;
  const field = fields.find(({ id }) => id === by);
  const current = (isCurrent: boolean) => (isCurrent ? { description: l10n.t("current") } : {});
  const items: readonly Choice[] = [
    separator(l10n.t("Group by")),
    ...groupings.map(({ id, title }) => ({
      ...{ label: title, choose: () => roadmap.setLook({ by: id }) },
      ...current(id === by),
    })),
    {
      label: l10n.t("Another Field…"),
      choose: () => chooseField(fields, roadmap),
      ...(field === undefined ? {} : { description: `${field.title} · ${l10n.t("current")}` }),
    },
    separator(l10n.t("Sort by")),
    ...sorts.map(({ id, title, says }) => ({
      ...{ label: title, choose: () => roadmap.setLook({ sort: id }) },
      description: id === sort ? `${says} · ${l10n.t("current")}` : says,
    })),
    separator(l10n.t("Views")),
    ...viewItems(connection, views, roadmap, (view) => showView(roadmap, view)),
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t("Group and Sort the Roadmap") });
  await picked?.choose?.();
}

async function chooseField(fields: RoadmapChoices["fields"], roadmap: Roadmap): Promise<void> {
  const items = fields.map(({ id, title, says }) => ({
    ...{ id, label: title, detail: says },
    ...(id === roadmap.look.by ? { description: l10n.t("current") } : {}),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Group the Roadmap by a Field"),
    matchOnDetail: true,
  });
  if (picked !== undefined) await roadmap.setLook({ by: picked.id });
}

function separator(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator };
}
