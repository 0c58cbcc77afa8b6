import assert from "node:assert/strict";
import { Engine } from "../../../server/src/rules/engine.ts";

const root = "file:///w";
const configuration = "people: [ana, bo]\nkinds:\n  prd: { fields: { owner: { aliases: [captain] } } }\n";

/** Documents that name very many things that nobody knows, the rule that says so, and what they are compared with. */
const much: Readonly<Record<string, { readonly rule: string; readonly text: (count: number) => string }>> = {
  fields: { rule: "unknown-field", text: (count) => lines(count, (at) => `ownr-${at}: x\n`) },
  people: { rule: "unknown-person", text: (count) => `owner: [${lines(count, (at) => `an${at}, `)}]\n` },
};

describe("a document that names very many things that nobody knows", () => {
  for (const [what, { rule, text }] of Object.entries(much)) {
    it(`has what is known listed as often as one that names few: ${what}`, () => {
      const [few, many] = [listings(rule, text(10)), listings(rule, text(300))];
      assert.ok(few > 0, "what is known is counted");
      assert.equal(many, few);
    });
  }
});

/** How often the names of the fields of a PRD, or of the people, are listed while a document is checked. */
function listings(rule: string, top: string): number {
  const engine = new Engine({ today: "2026-11-22", levels: new Map([[rule, "warning"]]) });
  engine.apply([
    { type: "roots", uris: [root] },
    { type: "disk", uri: `${root}/throughline.yaml`, text: configuration },
    { type: "disk", uri: `${root}/a.md`, text: `---\ntype: prd\nid: PRD-1\n${top}---\n` },
  ]);
  const { schema, people } = engine.workspace.projects()[0]!.config;
  let count = 0;
  const counted = <T extends object, Name extends keyof T & string>(list: T, name: Name): void => {
    const own = list[name] as (...given: readonly unknown[]) => unknown;
    Object.defineProperty(list, name, {
      value: (...given: readonly unknown[]) => {
        count++;
        return own.apply(list, given as unknown[]);
      },
    });
  };
  if (rule === "unknown-field") counted(schema.kinds.get("prd")!.fieldNames, "keys");
  else counted(people, "flatMap");
  engine.problems(`${root}/a.md`);
  return count;
}

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join("");
}
