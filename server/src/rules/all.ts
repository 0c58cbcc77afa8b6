import { afterGoalDue } from "./after-goal-due.ts";
import { ambiguousReference } from "./ambiguous-reference.ts";
import { beyondHorizon } from "./beyond-horizon.ts";
import { brokenAnchor } from "./broken-anchor.ts";
import { brokenLink } from "./broken-link.ts";
import { brokenReport } from "./broken-report.ts";
import { configInvalid } from "./config-invalid.ts";
import { configUnknownKey } from "./config-unknown-key.ts";
import { dependencyCycle } from "./dependency-cycle.ts";
import { dependsOnLater } from "./depends-on-later.ts";
import { dependsOnLessMature } from "./depends-on-less-mature.ts";
import { documentTooLong } from "./document-too-long.ts";
import { doneWithOpenWork } from "./done-with-open-work.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateReference } from "./duplicate-reference.ts";
import { duplicateRequirementId } from "./duplicate-requirement-id.ts";
import { emptySection } from "./empty-section.ts";
import { frontmatterNotFirst } from "./frontmatter-not-first.ts";
import { frontmatterUnclosed } from "./frontmatter-unclosed.ts";
import { frontmatterUnparsable } from "./frontmatter-unparsable.ts";
import { idFileMismatch } from "./id-file-mismatch.ts";
import { idleGoal } from "./idle-goal.ts";
import { invalidId } from "./invalid-id.ts";
import { invalidValue } from "./invalid-value.ts";
import { kpiOffTrack } from "./kpi-off-track.ts";
import { kpiWithoutBaseline } from "./kpi-without-baseline.ts";
import { kpiWithoutTarget } from "./kpi-without-target.ts";
import { launchBeforeFeature } from "./launch-before-feature.ts";
import { machineLocalPath } from "./machine-local-path.ts";
import { missingAudience } from "./missing-audience.ts";
import { missingField } from "./missing-field.ts";
import { missingGoal } from "./missing-goal.ts";
import { missingId } from "./missing-id.ts";
import { missingKpi } from "./missing-kpi.ts";
import { missingOwner } from "./missing-owner.ts";
import { missingSection } from "./missing-section.ts";
import { missingTimeframe } from "./missing-timeframe.ts";
import { missingTitle } from "./missing-title.ts";
import { noSpecs } from "./no-specs.ts";
import { overBudget } from "./over-budget.ts";
import { overdue } from "./overdue.ts";
import { placeholderLeft } from "./placeholder-left.ts";
import { referenceToDropped } from "./reference-to-dropped.ts";
import type { Rule } from "./rule.ts";
import { selfReference } from "./self-reference.ts";
import { shippedWithoutDate } from "./shipped-without-date.ts";
import { staleMeasurement } from "./stale-measurement.ts";
import { staleReview } from "./stale-review.ts";
import { statusConflict } from "./status-conflict.ts";
import { targetNotBetter } from "./target-not-better.ts";
import { unitMismatch } from "./unit-mismatch.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownKind } from "./unknown-kind.ts";
import { unknownPerson } from "./unknown-person.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unknownRequirement } from "./unknown-requirement.ts";
import { unknownStatus } from "./unknown-status.ts";
import { unmatchedPattern } from "./unmatched-pattern.ts";
import { unmeasuredAfterShip } from "./unmeasured-after-ship.ts";
import { unusedGoal } from "./unused-goal.ts";
import { unusedKpi } from "./unused-kpi.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { wrongKind } from "./wrong-kind.ts";

/** Every rule, group by group, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // text
  frontmatterUnparsable,
  frontmatterUnclosed,
  frontmatterNotFirst,
  duplicateKey,
  unknownField,
  invalidValue,
  unknownStatus,
  placeholderLeft,
  brokenReport,
  documentTooLong,
  // identity
  missingId,
  duplicateId,
  invalidId,
  idFileMismatch,
  duplicateRequirementId,
  // completeness
  missingOwner,
  missingKpi,
  missingGoal,
  missingTimeframe,
  missingTitle,
  kpiWithoutTarget,
  kpiWithoutBaseline,
  missingField,
  missingAudience,
  missingSection,
  emptySection,
  // links
  unknownReference,
  wrongKind,
  selfReference,
  duplicateReference,
  ambiguousReference,
  dependencyCycle,
  referenceToDropped,
  brokenLink,
  brokenAnchor,
  machineLocalPath,
  unusedGoal,
  unusedKpi,
  unknownRequirement,
  // time
  overdue,
  dependsOnLater,
  afterGoalDue,
  beyondHorizon,
  staleReview,
  launchBeforeFeature,
  shippedWithoutDate,
  // state
  doneWithOpenWork,
  idleGoal,
  statusConflict,
  dependsOnLessMature,
  overBudget,
  // KPI
  targetNotBetter,
  unitMismatch,
  staleMeasurement,
  kpiOffTrack,
  unmeasuredAfterShip,
  // people
  unknownPerson,
  // project
  configInvalid,
  configUnknownKey,
  unmatchedPattern,
  noSpecs,
  unknownKind,
  unusedSuppression,
];
