import { say } from "../../base/say.ts";
import { newFile } from "../../edits/new-file.ts";
import { aKind } from "../../model/kind-words.ts";
import { ownersOf } from "../../workspace/plan.ts";
import type { Fix } from "./fix.ts";

/** Begins a feature for a goal that nothing works for. */
export const unusedGoal: Fix = {
  mends: ({ rule }) => rule === "unused-goal",
  actions({ found, project, can, elsewhere }) {
    const { schema } = project.config;
    const feature = schema.kinds.get("feature");
    if (!can.create || found === undefined || feature === undefined) return [];
    const [owner] = ownersOf(found);
    const fields = { goals: found.item.key };
    const edit = () => ({
      edits: [],
      files: [{ type: "create" as const, ...newFile(project.query, feature, { fields, owner, taken: elsewhere }) }],
    });
    return [{ title: say`Create ${aKind(schema, "feature")} for it`, edit, isOption: true }];
  },
};
