import type { Part } from "../part.ts";
import { cold } from "./cold.ts";
import { growth } from "./growth.ts";
import { keyPress } from "./key-press.ts";

/** Everything that is measured, in the order of the page. */
export const parts: readonly Part[] = [cold, keyPress, growth];
