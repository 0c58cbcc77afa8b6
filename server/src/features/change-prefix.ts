import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import { textsFor } from "../edits/renaming/file-edits.ts";
import type { Answer } from "../edits/renaming/rename-item.ts";
import { prefixesOf, renamePrefix } from "../edits/renaming/rename-prefix.ts";
import { type ChangePrefixParams, changePrefix, type IdPrefix, type PrefixAnswer, prefixes } from "../plan-protocol.ts";
import type { Feature, State } from "./feature.ts";
import { allEdits, movesFiles, renameEdit } from "./rename-edit.ts";
import { roadmapProjects } from "./roadmap-projects.ts";

/** *Change Prefix…*: `TASK-7` and all its like become `BACK-7`, and throughline.yaml says so. */
export const changePrefixFeature: Feature = {
  capabilities: () => ({}),
  requests: {
    [prefixes]: (_: unknown, state) => allPrefixes(state),
    [changePrefix]: (params: ChangePrefixParams, state) => editFor(params, state),
  },
  reads: (params: ChangePrefixParams | null, state) => {
    const renaming = params?.from === undefined ? undefined : answerTo(params, state)?.renaming;
    return renaming === undefined ? [] : textsFor(renaming);
  },
  needsAllFiles: true,
};

function allPrefixes(state: State): readonly IdPrefix[] {
  const projects = roadmapProjects(state);
  return projects.flatMap(({ project, title }) =>
    [...prefixesOf(project)].map(([prefix, count]) => ({
      prefix,
      count,
      folder: project.root,
      ...(projects.length === 1 ? {} : { project: title }),
    })),
  );
}

function editFor(params: ChangePrefixParams, state: State): PrefixAnswer {
  const answer = answerTo(params, state);
  if (answer === undefined) return { refusal: state.tell(say`There is no such project any more.`) };
  if (answer.refusal !== undefined) return { refusal: state.tell(answer.refusal) };
  const { renaming } = answer;
  const files = allEdits([renaming], state);
  const label = state.tell(say`${params.from} becomes ${params.to}`);
  return {
    edit: renameEdit(files, renaming.moves.all, label, state),
    ids: renaming.names.size,
    files: files.length,
  };
}

function answerTo(params: ChangePrefixParams, state: State): Answer | undefined {
  const known = answers(params);
  known.answer ??= { found: find(params, state) };
  return known.answer.found;
}

function find({ folder, from, to, keeps }: ChangePrefixParams, state: State): Answer | undefined {
  const project = state.workspace.projects().find(({ root }) => root === folder);
  const config = project && state.workspace.configFile(project.configUri)?.document.text;
  return project && renamePrefix(project, from, to.trim(), config, { movesFiles: movesFiles(state), keeps });
}

/** It is asked for twice for one request: once for what has to be read. */
const answers = memo((_: ChangePrefixParams) => ({
  answer: undefined as { readonly found: Answer | undefined } | undefined,
}));
