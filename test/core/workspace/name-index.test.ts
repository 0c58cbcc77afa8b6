import assert from "node:assert/strict";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import type { Schema } from "../../../server/src/model/schema.ts";
import { NameIndex } from "../../../server/src/workspace/name-index.ts";

describe("what somebody meant by a word", () => {
  it("is found among names that are as near and belong to things of other kinds", () => {
    const { names } = shops(20, "goal");
    assert.equal(names.nearest("Checkout in shop 07", ["goal"]), "GOAL-1");
  });

  it("is looked for among few, however many such names there are", () => {
    const looks = [500, 2_000].map((count) => {
      const { names, looked } = shops(count, "feature");
      assert.equal(names.nearest("Checkout in shop 07", ["goal"]), undefined);
      return looked();
    });
    assert.ok(looks[1]! < 500, `${looks.join(", then ")} items were looked at`);
  });
});

/** Features with titles that are alike, and something of a kind with a title like theirs. */
function shops(count: number, kind: string) {
  let looks = 0;
  const kinds = new Map(defaultConfig.schema.kinds);
  const get = kinds.get.bind(kinds);
  kinds.get = (name) => {
    looks++;
    return get(name);
  };
  const schema: Schema = { ...defaultConfig.schema, kinds };
  const titles = Array.from({ length: count }, (_, at) => `Checkout in shop ${at.toString(36).padStart(3, "0")}`);
  const texts = titles.map((title, at) => `---\ntype: feature\nid: FEAT-${at}\ntitle: ${title}\n---\n`);
  texts.push(`---\ntype: ${kind}\nid: GOAL-1\ngoals: []\ntitle: Checkout in shop 0_7\n---\n`);
  const files = texts.map((text, at) => readSpec({ uri: `${at}.md`, text }, `${at}.md`, defaultConfig).summary);
  return { names: new NameIndex(() => files, schema), looked: () => looks };
}
