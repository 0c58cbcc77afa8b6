import type { Part } from "../part.ts";
import { cold } from "./cold.ts";
import { duringScan } from "./during-scan.ts";
import { growth } from "./growth.ts";
import { keyPress } from "./key-press.ts";
import { manyReferrers } from "./many-referrers.ts";
import { requests } from "./requests.ts";
import { roadmap } from "./roadmap.ts";

/** Everything that is measured, in the order of the page. */
export const parts: readonly Part[] = [cold, growth, keyPress, manyReferrers, requests, roadmap, duringScan];
