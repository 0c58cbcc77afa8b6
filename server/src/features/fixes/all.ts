import { addToConfig } from "./add-to-config.ts";
import { askPerson } from "./ask-person.ts";
import { changeId } from "./change-id.ts";
import { createItem } from "./create-item.ts";
import { emptySection } from "./empty-section.ts";
import { endReport } from "./end-report.ts";
import type { Fix } from "./fix.ts";
import { freeId } from "./free-id.ts";
import { makeOfProse } from "./make-of-line.ts";
import { missingField } from "./missing-field.ts";
import { missingSection } from "./missing-section.ts";
import { moveLink } from "./move-link.ts";
import { openWork } from "./open-work.ts";
import { overdueFix } from "./overdue.ts";
import { removeLink } from "./remove-link.ts";
import { removeSuppression } from "./remove-suppression.ts";
import { replace } from "./replace.ts";
import { sayNone } from "./say-none.ts";
import { setValue } from "./set-value.ts";
import { textFlaw } from "./text-flaw.ts";
import { textLink } from "./text-link.ts";
import { unusedGoal } from "./unused-goal.ts";
import { writeField } from "./write-field.ts";

/** Every way to mend a problem; what a problem can be mended by stands in this order. */
export const fixes: readonly Fix[] = [
  textFlaw,
  replace,
  endReport,
  moveLink,
  setValue,
  missingField,
  makeOfProse,
  createItem,
  askPerson,
  writeField,
  missingSection,
  emptySection,
  overdueFix,
  openWork,
  changeId,
  freeId,
  textLink,
  unusedGoal,
  removeLink,
  removeSuppression,
  sayNone,
  addToConfig,
];
