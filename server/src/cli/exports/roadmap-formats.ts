import type { RoadmapProject } from "../../features/roadmap-projects.ts";
import { roadmapJson } from "../../roadmap/json.ts";
import type { ProblemsOf } from "../../roadmap/problem-marks.ts";
import { itemField, itemFieldNames, usualFieldsBelow } from "../../roadmap/reports/item-fields.ts";
import { roadmapMermaid } from "../../roadmap/reports/roadmap-mermaid.ts";
import { roadmapTable } from "../../roadmap/reports/roadmap-table.ts";
import { optional } from "../../roadmap/reports/table.ts";
import { roadmapText } from "../../roadmap/text.ts";
import { type RoadmapTree, type RoadmapView, roadmapTree } from "../../roadmap/tree.ts";
import type { Found } from "../../workspace/query.ts";
import { fieldsOf, roadmapPage, roadmapPicture } from "../roadmap-page.ts";
import { type Asked, drawingText, perProject, tableFormats } from "./exported.ts";
import { fieldsNamed } from "./fields-named.ts";

export interface AskedRoadmap extends Asked {
  readonly view: RoadmapView;
}

/** A way to write the roadmap: a line in the list below, and nothing else. */
export interface RoadmapFormat {
  readonly name: string;
  readonly write: (asked: AskedRoadmap) => string;
}

export const roadmapFormats: readonly RoadmapFormat[] = [
  { name: "text", write: asText },
  { name: "json", write: asJson },
  { name: "markdown", write: (asked) => tableFormats.markdown(asked, tableOf(asked)) },
  { name: "mermaid", write: asMermaid },
  {
    name: "html",
    write: ({ opened, view, parsed }) => roadmapPage(opened, view, fieldsOf(parsed)),
  },
  {
    name: "svg",
    write: ({ opened, view, parsed }) => roadmapPicture(opened, view, fieldsOf(parsed)),
  },
  { name: "csv", write: (asked) => tableFormats.csv(asked, tableOf(asked)) },
];

function tableOf(asked: AskedRoadmap) {
  const { fields } = asked;
  return (one: RoadmapProject) => {
    const { schema } = one.project.config;
    const tree = treeOf(one, asked);

    const named = fieldsNamed(
      fields ?? usualFieldsBelow(tree.grouping),
      (name) => itemField(name, schema),
      itemFieldNames(schema),
    );
    return roadmapTable(tree, fields === undefined ? optional(named) : named);
  };
}

function treeOf(one: RoadmapProject, asked: AskedRoadmap): RoadmapTree {
  return roadmapTree(one.project.query, asked.view, "", problemsIn(one, asked));
}

function asText(asked: AskedRoadmap): string {
  const { view, style, fields } = asked;
  if (fields !== undefined) return tableFormats.text(asked, tableOf(asked));
  return perProject(
    asked,
    (name) => style.dim(`# ${name}`),
    (one) => roadmapText(one.project.query, view, problemsIn(one, asked), style),
  );
}

function asJson(asked: AskedRoadmap): string {
  const { projects, view, opened } = asked;
  const all = projects.map((one) => {
    const fileOf = (found: Found) => opened.show(one.project.uriOf(found.file.path));
    const { groups } = roadmapJson(one.project.query, view, { problemsOf: problemsIn(one, asked), fileOf });
    return { type: "project", title: one.title, children: groups };
  });
  const groups = all.length === 1 ? all[0]!.children : all;
  return JSON.stringify({ version: 1, by: view.by, groups }, undefined, 2);
}

/** What has no place in it is said in a comment of its language. */
function asMermaid(asked: AskedRoadmap): string {
  return perProject(
    asked,
    (name) => `%% ${name}`,
    (one) => drawingText(roadmapMermaid(treeOf(one, asked))),
  );
}

/** Nobody waits here for a check that is due: every file is checked. */
function problemsIn({ project }: RoadmapProject, { opened }: Asked): ProblemsOf {
  return (path) => opened.engine.problems(project.uriOf(path));
}
