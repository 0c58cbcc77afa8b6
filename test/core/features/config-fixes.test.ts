import assert from "node:assert/strict";
import { applyEdits } from "../../../server/src/base/span.ts";
import { engineOver, root } from "../../check.ts";
import { mends, surroundings } from "../../fixes.ts";
import { checkText, dedent } from "../../fixture.ts";

const path = "throughline.yaml";
const uri = `${root}/${path}`;

/** Applies the preferred fix of each problem, one after the other, and compares what is there when none is left. */
function checkMended(source: string, expected: string): void {
  let text = dedent(source);
  for (let rounds = 0; rounds < 20; rounds++) {
    const engine = engineOver({ source, files: new Map([[path, text]]), expectations: [] });
    const problem = engine.problems(uri).find(({ rule }) => rule.startsWith("config-"));
    if (problem === undefined) break;
    const [action] = mends(problem, surroundings(engine, { uri, text }));
    assert.equal(action !== undefined, problem.fixable, `${problem.message} is called what it is`);
    if (action === undefined) break;
    text = applyEdits(text, action.edits);
  }
  checkText(text, dedent(expected));
}

function levels(text: string): readonly string[] {
  const engine = engineOver({ source: "", files: new Map([[path, text]]), expectations: [] });
  return engine.problems(uri).flatMap(({ rule, level }) => (rule.startsWith("config-") ? [`${level} ${rule}`] : []));
}

describe("quick fixes in throughline.yaml", () => {
  it("write the key, the word, the kind, the field and the rule that were meant", () =>
    checkMended(
      `
      ingore: archive/** # old
      kinds:
        featur: {}
        rfc: { extends: featuer, fields: { stage: { to: gaol }, prioritty: {} }, required: [ownr] }
      status: { building: actve }
      rules:
        missing-kip: error
        own: { kind: rfx, when: { stauts: live }, require: { owner: ana }, message: Ask. }
      overrides: [{ files: "a/**", rules: { overdu: off } }]
      `,
      `
      ignore: archive/** # old
      kinds:
        feature: {}
        rfc: { extends: feature, fields: { stage: { to: goal }, priority: {} }, required: [owner] }
      status: { building: active }
      rules:
        missing-kpi: error
        own: { kind: rfc, when: { status: live }, require: { owner: ana }, message: Ask. }
      overrides: [{ files: "a/**", rules: { overdue: off } }]
      `,
    ));

  it("mend the text where it is no YAML", () =>
    checkMended(
      `
      people: [ana, @bo] # both
      calendar: { reviewEveryDays: 90
      `,
      `
      people: [ana, "@bo"] # both
      calendar: { reviewEveryDays: 90}
      `,
    ));

  it("are not promised where nobody knows what was meant", () =>
    checkMended("calendar: { horizonMonths: many }\n", "calendar: { horizonMonths: many }\n"));

  it("go with a warning where the text was read whole all the same", () => {
    assert.deepEqual(levels("people: [ana, @bo]\n"), ["warning config-invalid"]);
    assert.deepEqual(levels("people: [ana, @bo]\nrules: { config-invalid: error }\n"), ["error config-invalid"]);
    assert.deepEqual(levels("calendar: later\n"), ["error config-invalid"]);
  });
});
