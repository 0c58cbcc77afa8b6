import { join } from "node:path";
import fc from "fast-check";
import { anythingHappens } from "../fuzz/property.ts";
import { realTexts } from "../fuzz/texts.ts";

const root = join(import.meta.dirname, "../..");

/** `npm run fuzz` looks far longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);

describe("a workspace in which anything happens", () => {
  it("goes on, names places that exist, and says what one says that was made from nothing", () => {
    fc.assert(anythingHappens(realTexts([join(root, "examples"), join(root, "docs")]), 40), { numRuns });
  });
});
