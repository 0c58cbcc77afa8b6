import assert from "node:assert/strict";
import { readMarkdown } from "../../../server/src/syntax/markdown.ts";
import { shapes } from "./adversarial.ts";
import { CountedText } from "./counted-text.ts";

describe("the Markdown reader's time", () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`grows with the text: ${name}`, () => {
      const small = stepsPerCharacter(shape(2_000));
      const large = stepsPerCharacter(shape(16_000));
      assert.ok(large < 100, `${large.toFixed(1)} looks at each character`);
      assert.ok(large < 1.2 * small + 1, `${small.toFixed(1)} looks, then ${large.toFixed(1)} in a longer text`);
    });
  }

  it("has no trouble with 100,000 containers in each other and as many empty lines", () => {
    for (const opening of ["> ", "+ "]) {
      const { blocks } = readMarkdown(`${opening.repeat(100_000)}a\n${"\n".repeat(100_000)}`, 0);
      assert.equal(blocks.length, 100_001);
      assert.deepEqual(blocks.at(-1), { type: "paragraph", span: { start: 200_000, end: 200_001 }, depth: 100_000 });
    }
  });
});

function stepsPerCharacter(text: string): number {
  const counted = new CountedText(text);
  readMarkdown(counted as unknown as string, 0);
  return counted.steps / text.length;
}
