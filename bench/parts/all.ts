import type { Part } from "../part.ts";
import { check } from "./check.ts";
import { cold } from "./cold.ts";
import { doctor } from "./doctor.ts";
import { duringScan } from "./during-scan.ts";
import { growth } from "./growth.ts";
import { keyPress } from "./key-press.ts";
import { manyReferrers } from "./many-referrers.ts";
import { references } from "./references.ts";
import { requests } from "./requests.ts";
import { roadmap } from "./roadmap.ts";

/** Everything that is measured, in the order of the page. */
export const parts: readonly Part[] = [
  cold,
  growth,
  keyPress,
  manyReferrers,
  requests,
  roadmap,
  duringScan,
  check,
  references,
  doctor,
];
