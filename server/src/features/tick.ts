import { say } from "../base/say.ts";
import { tickRequirement } from "../edits/tick-requirement.ts";
import { tick as method, type TickParams } from "../plan-protocol.ts";
import type { EditAnswer } from "../protocol.ts";
import { workspaceEdit } from "./edit.ts";
import type { Feature, State } from "./feature.ts";
import { itemByKey } from "./item-at.ts";

/** The box in front of a requirement is ticked where it is written. */
export const tick: Feature = {
  capabilities: () => ({}),
  requests: { [method]: (params: TickParams, state) => ticked(params, state) },
  reads: ({ uri }: TickParams) => [uri],
};

function ticked({ uri, boxes }: TickParams, state: State): EditAnswer {
  const document = state.document(uri);
  const edits = boxes.map(({ item, done }) => {
    const sited = itemByKey(state, item, uri);
    const places = sited?.uri === uri ? sited.project.places(sited.found.file.path) : undefined;
    if (sited === undefined || document === undefined || places === undefined) return undefined;
    return tickRequirement({ document, places }, sited.found.item, done);
  });
  if (document === undefined || edits.includes(undefined))
    return { refusal: state.tell(say`There is no box to tick any more.`) };
  return {
    edit: workspaceEdit(
      document,
      edits.flatMap((edit) => edit ?? []),
    ),
  };
}
