import assert from "node:assert/strict";
import { daysAgo, quarterStart, readDay, today } from "../../../client/src/pure/days.ts";

describe("days, as git is asked for them", () => {
  it("go back over months and years", () => {
    assert.equal(daysAgo("2026-11-22", 7), "2026-11-15");
    assert.equal(daysAgo("2026-03-01", 1), "2026-02-28");
    assert.equal(daysAgo("2026-01-10", 14), "2025-12-27");
  });

  it("know the beginning of their quarter", () => {
    for (const [day, start] of [
      ["2026-11-22", "2026-10-01"],
      ["2026-03-31", "2026-01-01"],
      ["2026-07-01", "2026-07-01"],
    ])
      assert.equal(quarterStart(day!), start);
  });

  it("are days that the calendar has", () => {
    assert.equal(readDay(" 2026-11-30 "), true);
    for (const none of ["2026-11-31", "2026-13-01", "30.11.2026", ""]) assert.equal(readDay(none), false, none);
    assert.equal(today(new Date(2026, 0, 5)), "2026-01-05");
  });
});
