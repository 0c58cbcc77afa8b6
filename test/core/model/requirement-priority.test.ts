import assert from "node:assert/strict";
import { isEssential, moscow, readMoscow } from "../../../server/src/model/requirement-priority.ts";

describe("priorities of requirements", () => {
  it("are read as MoSCoW", () => {
    const table: Readonly<Record<string, string>> = {
      must: "Must|MUST HAVE|must-have|M|(M)|**Must**|P0|critical|high|shall",
      should: "Should|should have|S|P1|medium",
      could: "Could|could have|C|P2|low|nice to have|Optional",
      wont: "Won't|won’t have|WONT|W|P3|out of scope",
    };
    for (const [priority, words] of Object.entries(table)) {
      for (const word of words.split("|")) assert.equal(readMoscow(word), priority, word);
    }
    for (const word of ["", "p4", "mustard", "1", "constructor"]) assert.equal(readMoscow(word), undefined, word);
  });

  it("that are Could and Won't keep nothing open", () => {
    assert.deepEqual(moscow.map(isEssential), [true, true, false, false]);
    assert.equal(isEssential(undefined), true);
  });
});
