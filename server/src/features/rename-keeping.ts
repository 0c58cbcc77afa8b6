import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import { textsFor } from "../edits/renaming/file-edits.ts";
import type { Answer } from "../edits/renaming/rename-item.ts";
import type { EditAnswer } from "../protocol.ts";
import { type RenameKeepingParams, renameKeeping } from "../write-protocol.ts";
import type { Feature, State } from "./feature.ts";
import { Refusal } from "./refusal.ts";
import { editOf, renameFrom } from "./rename.ts";

/** *Rename and Keep the Former Id…*: links that others have not renamed yet, on another branch say, go on leading here. */
export const renameKeepingFeature: Feature = {
  capabilities: () => ({}),
  requests: { [renameKeeping]: (params: RenameKeepingParams, state) => editFor(params, state) },
  reads: (params: RenameKeepingParams, state) => {
    const renaming = answerTo(params, state)?.renaming;
    return renaming === undefined ? [] : textsFor(renaming);
  },
  needsAllFiles: true,
};

function editFor(params: RenameKeepingParams, state: State): EditAnswer {
  const answer = answerTo(params, state);
  if (answer === undefined) return { refusal: state.tell(say`There is no id at this place.`) };
  return answer.refusal === undefined
    ? { edit: editOf(answer.renaming, state) }
    : { refusal: state.tell(answer.refusal) };
}

function answerTo(params: RenameKeepingParams, state: State): Answer | undefined {
  const known = answers(params);
  known.answer ??= { found: orRefusal(params, state) };
  return known.answer.found;
}

function orRefusal(params: RenameKeepingParams, state: State): Answer | undefined {
  try {
    return renameFrom(params, state, true);
  } catch (reason) {
    if (reason instanceof Refusal) return { refusal: reason.words };
    throw reason;
  }
}

/** It is asked for twice for one request: once for what has to be read. */
const answers = memo((_: RenameKeepingParams) => ({
  answer: undefined as { readonly found: Answer | undefined } | undefined,
}));
