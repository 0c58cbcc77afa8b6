import assert from "node:assert/strict";
import { typedValue, typedValues } from "../../../client/src/pure/typed-values.ts";

const options = [
  { value: "KPI-1", label: "KPI-1", description: "Checkout completion" },
  { value: "KPI-2", label: "KPI-2", description: "Time to pay" },
];

describe("what is typed into a list of things to tick", () => {
  it("means the only one that it finds, by its name or by what it says", () => {
    assert.deepEqual(typedValues("kpi-2", options, true), ["KPI-2"]);
    assert.deepEqual(typedValues(" Checkout ", options, false), ["KPI-1"]);
  });

  it("means none while it finds several", () => assert.deepEqual(typedValues("KPI", options, true), []));

  it("is a value of its own where it finds nothing, if there may be such", () => {
    assert.deepEqual(typedValues("KPI-7, KPI-8", options, true), ["KPI-7", "KPI-8"]);
    assert.deepEqual(typedValues("KPI-7", options, false), []);
    assert.deepEqual(typedValues("  ", options, true), []);
  });
});

describe("what is typed into a list to choose from", () => {
  const words = ["planned", "in-progress", "in-review"].map((value) => ({ value, label: value }));
  const chosen = (typed: string, active?: string, isFree = true) =>
    typedValue(
      typed,
      words.find(({ value }) => value === active),
      words,
      isFree,
    )?.value;

  it("is what stands out, unless a word is typed out that the list has not shown yet", () => {
    assert.equal(chosen("", "planned"), "planned");
    assert.equal(chosen("in", "in-review"), "in-review");
    assert.equal(chosen("In-Review", "planned"), "in-review");
  });

  it("is found where the list is behind", () => {
    assert.equal(chosen("in-r"), "in-review");
    assert.equal(chosen("progress"), "in-progress");
    assert.equal(chosen("someday"), "someday");
    assert.equal(chosen("someday", undefined, false), undefined);
  });
});
