import { extract } from "./extract.ts";
import { inline } from "./inline.ts";
import { makeOfThisLine } from "./make-of-this-line.ts";
import type { Refactor } from "./refactor.ts";
import { toEntries } from "./to-entries.ts";
import { toNames } from "./to-names.ts";
import { updateReport } from "./update-report.ts";

/** Every change that can be made where nothing is wrong. */
export const refactors: readonly Refactor[] = [makeOfThisLine, extract, inline, toEntries, toNames, updateReport];
