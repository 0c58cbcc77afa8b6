import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { rules } from "../../../server/src/rules/all.ts";

const folder = new URL("../../corpora/", import.meta.url);
const ruleIds = rules.map(({ id }) => id);

describe("configurations of the public repositories", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

  it("are there", () => assert.equal(files.length, 6));

  for (const name of files) {
    it(`${name} is read without a finding`, () => {
      const { config, problems } = readConfig(readFileSync(new URL(name, folder), "utf8"), ruleIds);
      assert.deepEqual(problems, []);
      assert.ok([...config.schema.kinds.values()].some(({ match }) => match.length > 0));
    });
  }
});
