import assert from "node:assert/strict";
import { typedValues } from "../../../client/src/pure/typed-values.ts";

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
