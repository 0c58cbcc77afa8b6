import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readConfig } from "../../../server/src/model/config-read.ts";
import { configFile } from "../../../server/src/model/config-schema.ts";
import { fieldTypeWords } from "../../../server/src/model/config-schema-parts.ts";
import { type ConfigPart, shapesOf } from "../../../server/src/model/config-shape.ts";
import { rules } from "../../../server/src/rules/all.ts";

const page = readFileSync(new URL("../../../docs/configuration.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = ""]) => text);

describe("the page about the configuration", () => {
  const ruleIds = rules.map(({ id }) => id);

  for (const [index, text] of examples.entries()) {
    it(`example ${index + 1} is read without a finding`, () => {
      const { problems, broken } = readConfig(text, ruleIds);
      assert.deepEqual([problems, broken], [[], false], text);
    });
  }

  it("names every key in an example", () => {
    const told = new Set(page.match(/[\w-]+/g));
    assert.deepEqual(
      [...keysBelow(configFile)].filter((key) => !told.has(key)),
      [],
    );
    assert.deepEqual(
      fieldTypeWords.filter((type) => !page.includes(`\`${type}\``)),
      [],
    );
  });
});

/** Every key that may stand anywhere in the file. */
function keysBelow(part: ConfigPart, found = new Set<string>()): Set<string> {
  for (const { shape } of shapesOf(part)) {
    if (shape.type === "names") keysBelow(shape.value, found);
    if (shape.type === "list") keysBelow(shape.item, found);
    if (shape.type !== "map") continue;
    for (const [key, value] of shape.keys) {
      found.add(key);
      keysBelow(value, found);
    }
  }
  return found;
}
