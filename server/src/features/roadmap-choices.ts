import { compareNatural } from "../base/natural.ts";
import type { Words } from "../base/say.ts";
import { roadmapChoices as method, type RoadmapChoices, type RoadmapSavedView } from "../look-protocol.ts";
import { groupNamed } from "../model/config-views.ts";
import { fieldTitle, oursOr } from "../model/kind-words.ts";
import { groupedFields, isGroupable } from "../model/view-words.ts";
import { groupings } from "../roadmap/all.ts";
import { sorts } from "../roadmap/sorts.ts";
import { roadmapKinds } from "../roadmap/states.ts";
import type { Feature, State } from "./feature.ts";
import { roadmapProjects } from "./roadmap-projects.ts";

/** What can be chosen about the roadmap beside its groupings: fields, orders, and the views of the team. */
export const roadmapChoices: Feature = {
  capabilities: () => ({}),
  requests: { [method]: (_params: unknown, state) => choices(state) },
};

function choices(state: State): RoadmapChoices {
  const { tell } = state;
  return {
    fields: fieldsOf(state),
    sorts: sorts.map(({ id, title, says }) => ({ id, title: tell(title), says: tell(says) })),
    views: viewsOf(state),
  };
}

/** Of the kinds that a roadmap shows. */
function fieldsOf(state: State): RoadmapChoices["fields"] {
  const all = new Map<string, RoadmapChoices["fields"][number]>();
  for (const { project } of roadmapProjects(state)) {
    for (const { base, fields } of project.config.schema.kinds.values()) {
      if (!roadmapKinds.includes(base)) continue;
      for (const field of fields) {
        if (!isGroupable(field) || groupedFields.has(field.name)) continue;
        const { tell } = state;
        all.set(field.name, { id: field.name, title: tell(fieldTitle(field)), says: tell(oursOr(field.says)) });
      }
    }
  }
  return [...all.values()].sort((a, b) => compareNatural(a.title, b.title));
}

function viewsOf(state: State): readonly RoadmapSavedView[] {
  const views = new Map<string, RoadmapSavedView>();
  for (const { project } of roadmapProjects(state)) {
    const { config } = project;
    for (const { name, group, sort, where, done } of config.views) {
      if (views.has(name)) continue;
      const by = group === undefined ? undefined : groupNamed(group, config.schema);
      const title: Words | undefined =
        by === undefined ? undefined : (groupings.find(({ id }) => id === by)?.title ?? fieldTitle({ name: by }));
      const order = sorts.find(({ id }) => id === sort)?.title;
      const says = [title, order, where]
        .flatMap((words) => (words === undefined ? [] : [state.tell(words)]))
        .join(" · ");
      views.set(name, {
        name,
        says,
        ...(by === undefined ? {} : { by }),
        ...(sort === undefined ? {} : { sort }),
        ...(where === undefined ? {} : { filter: where }),
        ...(done === undefined ? {} : { showDone: done }),
      });
    }
  }
  return [...views.values()];
}
