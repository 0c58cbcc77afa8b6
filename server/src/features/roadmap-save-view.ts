import { say } from "../base/say.ts";
import { pathOf } from "../base/uri.ts";
import { newViews, saveView, type WrittenView } from "../edits/save-view.ts";
import { roadmapSaveView as method, type RoadmapSaveViewParams } from "../look-protocol.ts";
import type { EditAnswer } from "../protocol.ts";
import type { Project } from "../workspace/project.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";
import { planWorkspaceEdit } from "./file-edits.ts";
import { roadmapProjects } from "./roadmap-projects.ts";

/** *Save This View…*: how somebody looks at the roadmap, written into `throughline.yaml`, which comes to be where there is none. */
export const roadmapSaveView: Feature = {
  capabilities: () => ({}),
  requests: { [method]: (params: RoadmapSaveViewParams, state) => save(params, state) },
  reads: (_params, state) => {
    const project = projectFor(state);
    return project?.config.present === true ? [project.configUri] : [];
  },
};

function save({ name, ...look }: RoadmapSaveViewParams, state: State): EditAnswer {
  const project = projectFor(state);
  if (project === undefined || name.trim() === "") return { refusal: state.tell(say`There is no roadmap to look at.`) };
  const view = written(look);
  if (!project.config.present) {
    const path = pathOf(project.root, project.configUri) ?? "throughline.yaml";
    const document = { uri: project.configUri, text: "" };
    return {
      edit: planWorkspaceEdit(
        document,
        { edits: [], files: [{ type: "create", path, text: newViews(name, view) }] },
        project,
      ),
    };
  }
  const document = state.document(project.configUri);
  const edits = document && saveView(document.text, name.trim(), view);
  if (document === undefined || edits === undefined)
    return {
      refusal: state.tell(say`\`views\` in throughline.yaml holds something else than views. Correct it first.`),
    };
  return { edit: workspaceEdit(document, edits) };
}

/** The first with something to show, one that has a configuration before others. */
function projectFor(state: State): Project | undefined {
  const projects = roadmapProjects(state).map(({ project }) => project);
  return projects.find(({ config }) => config.present) ?? projects[0];
}

function written({ by, sort, filter = "", showDone }: Omit<RoadmapSaveViewParams, "name">): WrittenView {
  return {
    group: by,
    ...(sort === undefined || sort === "date" ? {} : { sort }),
    ...(filter.trim() === "" ? {} : { where: filter.trim() }),
    ...(showDone === true ? { done: "true" } : {}),
  };
}
