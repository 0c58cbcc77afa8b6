import assert from "node:assert/strict";
import fc from "fast-check";
import { readDay } from "../../../server/src/base/day.ts";
import { readTimeframe } from "../../../server/src/model/read-timeframe.ts";
import { type Grip, moveTime, stepTime } from "../../../server/src/panel/move.ts";
import { placeOfTime } from "../../../server/src/roadmap/panel/times.ts";
import type { Query } from "../../../server/src/workspace/query.ts";

const calendar = { fiscalYearStart: 2 };
const query = { config: { calendar } } as unknown as Query;
const timeOf = (text: string) => placeOfTime(readTimeframe(text, calendar), query);
const today = readDay("2026-11-22")!;

describe("a bar that is moved", () => {
  const cases: readonly (readonly [written: string, grip: Grip, days: number, becomes: string])[] = [
    ["2027-Q1", "all", 60, "2027-Q2"],
    ["2027-Q1", "all", 40, "2027-Q1"],
    ["2027-Q1", "all", -200, "2026-Q3"],
    ["Q1 2027", "end", 90, "2027-Q1..2027-Q2"],
    ["2026-Q4..2027-Q1", "all", 91, "2027-Q1..2027-Q2"],
    ["2026-Q4..2027-Q1", "end", -80, "2026-Q4"],
    ["2026-Q4..2027-Q1", "end", -400, "2026-Q4"],
    ["2026-Q4..2027-Q1", "start", 300, "2027-Q1"],
    ["2027-H1", "all", 180, "2027-H2"],
    ["2027-H1", "end", 90, "2027-Q1..2027-Q3"],
    ["2027-H1", "end", -90, "2027-Q1"],
    ["2027", "all", 300, "2028"],
    ["2027", "end", 91, "2027-Q1..2028-Q1"],
    ["2027-03", "all", 20, "2027-04"],
    ["2027-03", "start", -60, "2027-01..2027-03"],
    ["2027-02..2027-03", "all", 31, "2027-03..2027-04"],
    ["2026-11-30", "all", 3, "2026-12-03"],
    ["FY27-Q1", "all", 91, "FY27-Q2"],
    ["FY27-Q4", "all", 91, "FY28-Q1"],
    ["FY27-H1", "all", 182, "FY27-H2"],
    ["FY27", "all", 365, "FY28"],
    ["FY27-Q1", "end", 91, "FY27-Q1..FY27-Q2"],
  ];
  for (const [written, grip, days, becomes] of cases) {
    it(`${written}, ${grip} by ${days} days, becomes ${becomes}`, () => {
      assert.equal(moveTime(timeOf(written), grip, days, today, "quarters").text, becomes);
    });
  }

  it("comes onto the calendar in what the eye sees there", () => {
    assert.equal(moveTime(timeOf("later"), "all", 0, today, "quarters").text, "2026-Q4");
    assert.equal(moveTime(undefined, "all", 0, today, "months").text, "2026-11");
  });

  it("goes one step at a key, and comes back with the next", () => {
    for (const text of ["2027-Q1", "2027-03", "2027-H2", "2027", "FY27-Q3", "2026-11-30", "2026-Q4..2027-Q1"]) {
      const on = stepTime(timeOf(text), "all", 1, today, "quarters");
      assert.notEqual(on.text, text);
      assert.equal(stepTime(on.time, "all", -1, today, "quarters").text, text);
    }
  });

  it("is written as what reads back as where it lies", () => {
    const texts = fc.constantFrom(
      "2027-Q1",
      "2026-H2",
      "2027",
      "2027-03",
      "2026-11-30",
      "2026-Q4..2027-Q2",
      "FY27-Q2",
      "FY28",
    );
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom<Grip>("all", "start", "end"),
        fc.integer({ min: -900, max: 900 }),
        (text, grip, by) => {
          const { time, text: written } = moveTime(timeOf(text), grip, by, today, "quarters");
          const read = readTimeframe(written, calendar);
          assert.ok(read.kind === "interval" && "start" in time, written);
          assert.deepEqual([read.start, read.end], [time.start, time.end], `${text} ${grip} ${by}: ${written}`);
        },
      ),
    );
  });
});
