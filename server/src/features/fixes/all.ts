import { createItem } from "./create-item.ts";
import type { Fix } from "./fix.ts";
import { freeId } from "./free-id.ts";
import { missingField } from "./missing-field.ts";
import { missingSection } from "./missing-section.ts";
import { overdueFix } from "./overdue.ts";
import { removeLink } from "./remove-link.ts";
import { removeSuppression } from "./remove-suppression.ts";
import { replace } from "./replace.ts";
import { textFlaw } from "./text-flaw.ts";

/** Every way to mend a problem. */
export const fixes: readonly Fix[] = [
  textFlaw,
  replace,
  missingField,
  createItem,
  missingSection,
  overdueFix,
  removeLink,
  freeId,
  removeSuppression,
];
