import assert from "node:assert/strict";
import fc from "fast-check";
import { dateOf, dayOf, daysInMonth, isDate, readDay, writeDay } from "../../../server/src/base/day.ts";

const millisecondsPerDay = 86_400_000;

describe("days", () => {
  it("agrees with the platform's calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * millisecondsPerDay);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        assert.deepEqual(dateOf(day), expected);
        assert.equal(dayOf(expected.year, expected.month, expected.day), day);
        assert.equal(readDay(writeDay(day)), day);
      }),
    );
  });

  it("walks over leap days and ends of years", () => {
    for (const text of ["1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "2027-01-01", "2100-02-28"]) {
      assert.equal(writeDay(readDay(text)!), text);
    }
    assert.equal(readDay("1970-01-01"), 0);
    assert.equal(readDay("2026-11-22"), Date.UTC(2026, 10, 22) / millisecondsPerDay);
    assert.equal(daysInMonth(2026, 2), 28);
    assert.equal(daysInMonth(2024, 2), 29);
    assert.equal(daysInMonth(2026, 12), 31);
  });

  it("knows which dates do not exist", () => {
    for (const text of ["2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2100-02-29", "0000-01-01"]) {
      assert.equal(readDay(text), undefined, text);
    }
    for (const text of ["", "2026-1-1", "2026-01-01 ", "x2026-01-01", "2026-01"]) {
      assert.equal(readDay(text), undefined, text);
    }
    assert.equal(isDate(2026, 12, 31), true);
    assert.equal(isDate(2026, 12, 32), false);
    assert.equal(isDate(2026, 12, 0), false);
  });
});
