import type { Look } from "./change.ts";
import { figureChange } from "./figure-change.ts";
import { measureChange } from "./measure-change.ts";
import { nameChange } from "./name-change.ts";
import { ownerChange } from "./owner-change.ts";
import { phaseChange } from "./phase-change.ts";
import { timeChange } from "./time-change.ts";

/** What is looked at in an item that was there and is there. */
export const looks: readonly Look[] = [timeChange, phaseChange, figureChange, measureChange, ownerChange, nameChange];
