import { changeFields, type FieldChange } from "../edits/change-fields.ts";
import type { EditAnswer } from "../protocol.ts";
import type { Project } from "../workspace/project.ts";
import { workspaceEdit } from "./edit.ts";
import type { State } from "./feature.ts";

/** A change of an item, and the project that the item is of. */
export interface ProjectChange extends FieldChange {
  readonly project: Project;
}

/** All of the changes as one edit, none where nothing changes, or why it cannot be. */
export function changeAnswer(changes: readonly ProjectChange[], state: State): EditAnswer {
  const edits: Record<string, unknown> = {};
  for (const project of new Set(changes.map((one) => one.project))) {
    const changed = changeFields(
      changes.filter((one) => one.project === project),
      {
        query: project.query,
        places: (path) => project.places(path),
        document: (path) => state.document(project.uriOf(path)),
      },
    );
    if ("refusal" in changed) return { refusal: state.tell(changed.refusal) };
    for (const file of changed.files) Object.assign(edits, workspaceEdit(file.document, file.edits).changes);
  }
  return { edit: { changes: edits } };
}
