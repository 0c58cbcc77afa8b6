import assert from "node:assert/strict";
import fc from "fast-check";
import { readDay, writeDay } from "../../../server/src/base/day.ts";
import { type ReadingCalendar, readDate, readTimeframe } from "../../../server/src/model/read-timeframe.ts";
import {
  showQuarter,
  showTimeframe,
  speakTimeframe,
  writeTimeframe,
} from "../../../server/src/model/show-timeframe.ts";
import {
  compareTimeframes,
  isLater,
  isOverdue,
  quarterOf,
  type Timeframe,
} from "../../../server/src/model/timeframe.ts";

const february: ReadingCalendar = {
  fiscalYearStart: 2,
  releases: new Map([
    ["Aurora", "2027-03-15"],
    ["Sun Dial", "2027-Q4"],
    ["Broken", "2027-13"],
  ]),
};

/** Days and what we call it: "2026-10-01 2026-12-31 Q4 2026". */
function brief(text: string, calendar?: ReadingCalendar): string {
  const timeframe = readTimeframe(text, calendar);
  assert.equal(timeframe.text, text);
  if (timeframe.kind === "interval") {
    return `${writeDay(timeframe.start)} ${writeDay(timeframe.end)} ${showTimeframe(timeframe)}`;
  }
  return timeframe.kind === "invalid"
    ? `invalid: ${timeframe.reason}`
    : `${timeframe.kind} ${showTimeframe(timeframe)}`;
}

const q4 = "2026-10-01 2026-12-31 Q4 2026";
const h2 = "2026-07-01 2026-12-31 H2 2026";
const march = "2027-03-01 2027-03-31 March 2027";
const november30 = "2026-11-30 2026-11-30 30 November 2026";

const forms: readonly (readonly [string, string])[] = [
  ["2026-11-30", november30],
  [" 2026-11-30 ", november30],
  ["2026/11/30", november30],
  ["2026.11.30", november30],
  ["2026-11-30T10:00:00Z", november30],
  ["2026-11-30 10:00", november30],
  ["30 Nov 2026", november30],
  ["30.11.2026", november30],
  ["30th of November 2026", november30],
  ["30. November 2026", november30],
  ["Nov 30, 2026", november30],
  ["november 30th 2026", november30],
  ["2024-02-29", "2024-02-29 2024-02-29 29 February 2024"],
  ["2026-11", "2026-11-01 2026-11-30 November 2026"],
  ["2027-3", march],
  ["Mar 2027", march],
  ["March 2027", march],
  ["MARCH  2027", march],
  ["Mar. 2027", march],
  ["March, 2027", march],
  ["Mar-2027", march],
  ["Mar '27", march],
  ["2027 March", march],
  ["Sept 2027", "2027-09-01 2027-09-30 September 2027"],
  ["2026-Q4", q4],
  ["2026Q4", q4],
  ["2026 q4", q4],
  ["2026/Q4", q4],
  ["Q4 2026", q4],
  ["Q4 of 2026", q4],
  ["Q4/2026", q4],
  ["Q4-2026", q4],
  ["Q4'26", q4],
  ["Q4 ’26", q4],
  ["Q4 26", q4],
  ["2026-H2", h2],
  ["H2 2026", h2],
  ["h2'26", h2],
  ["2026", "2026-01-01 2026-12-31 2026"],
  ["FY27", "2027-01-01 2027-12-31 FY27"],
  ["FY27-Q1", "2027-01-01 2027-03-31 FY27 Q1"],
  ["2026-Q4..2027-Q1", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["2026-Q4...2027-Q1", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["Q4 2026 – Q1 2027", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["Q4 2026–Q1 2027", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["2026-Q4 - 2027-Q1", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["Q4 2026 to Q1 2027", "2026-10-01 2027-03-31 Q4 2026 – Q1 2027"],
  ["from Oct 2026 until March 2027", "2026-10-01 2027-03-31 October 2026 – March 2027"],
  ["2026-11-02..2026-11-06", "2026-11-02 2026-11-06 2 November 2026 – 6 November 2026"],
  ["2026–2027", "2026-01-01 2027-12-31 2026 – 2027"],
  ["2026-2027", "2026-01-01 2027-12-31 2026 – 2027"],
  ["Q1–Q2 2027", "2027-01-01 2027-06-30 Q1 2027 – Q2 2027"],
  ["Q1-Q2 2027", "2027-01-01 2027-06-30 Q1 2027 – Q2 2027"],
  ["Q1/Q2 2027", "2027-01-01 2027-06-30 Q1 2027 – Q2 2027"],
  ["2027-Q1..Q2", "2027-01-01 2027-06-30 Q1 2027 – Q2 2027"],
  ["Mar – May 2027", "2027-03-01 2027-05-31 March 2027 – May 2027"],
  ["now", "lane now"],
  ["Next", "lane next"],
  [" LATER ", "lane later"],
  ["v1.10", "version v1.10"],
  ["1.10", "version 1.10"],
  ["v2", "version v2"],
  ["Version 2.0", "version Version 2.0"],
  ["release 4.22", "version release 4.22"],
  ["v2.0.0-beta.1", "version v2.0.0-beta.1"],
  ["2027-13", "invalid: There is no month 13."],
  ["2027-00", "invalid: There is no month 0."],
  ["2026-02-30", "invalid: 2026-02 has 28 days."],
  ["2026-13-01", "invalid: There is no month 13."],
  ["30.2.2026", "invalid: 2026-02 has 28 days."],
  ["30 Feb 2026", "invalid: 2026-02 has 28 days."],
  ["2026-Q5", "invalid: A year has 4 quarters."],
  ["Q0 2026", "invalid: A year has 4 quarters."],
  ["H3'26", "invalid: A year has 2 halves."],
  ["FY27-Q7", "invalid: A year has 4 quarters."],
  ["2027-Q1..2026-Q4", "invalid: It ends before it starts."],
  ["2026-Q4..2027-13", "invalid: There is no month 13."],
  ["", "text "],
  ["soon", "text soon"],
  ["after the summer", "text after the summer"],
  ["Q4", "text Q4"],
  ["Nov 26", "text Nov 26"],
  ["11/30/2026", "text 11/30/2026"],
  ["42", "text 42"],
  ["1200", "text 1200"],
  ["1200-05", "text 1200-05"],
  ["Sprint 12", "text Sprint 12"],
  ["Foo 2027", "text Foo 2027"],
  ["Q4..Q1 2027", "text Q4..Q1 2027"],
  ["2026-Q4..", "text 2026-Q4.."],
  ["now..later", "text now..later"],
  ["2026..2027..2028", "text 2026..2027..2028"],
  ["constructor", "text constructor"],
];

describe("timeframes", () => {
  for (const [text, expected] of forms) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(brief(text), expected));
  }

  it("names fiscal years by the year they end in", () => {
    const table: readonly (readonly [string, string])[] = [
      ["FY27", "2026-02-01 2027-01-31 FY27"],
      ["FY2027", "2026-02-01 2027-01-31 FY27"],
      ["FY27-Q1", "2026-02-01 2026-04-30 FY27 Q1"],
      ["FY2027 Q1", "2026-02-01 2026-04-30 FY27 Q1"],
      ["FY27Q4", "2026-11-01 2027-01-31 FY27 Q4"],
      ["Q4 FY27", "2026-11-01 2027-01-31 FY27 Q4"],
      ["Q4FY27", "2026-11-01 2027-01-31 FY27 Q4"],
      ["FY27-H2", "2026-08-01 2027-01-31 FY27 H2"],
      ["Q1–Q2 FY27", "2026-02-01 2026-07-31 FY27 Q1 – FY27 Q2"],
      ["2026-Q4", q4],
      ["2026", "2026-01-01 2026-12-31 2026"],
    ];
    for (const [text, expected] of table) assert.equal(brief(text, february), expected);
    assert.equal(brief("FY27 Q3", { fiscalYearStart: 7 }), "2027-01-01 2027-03-31 FY27 Q3");
    assert.equal(brief("FY27", { fiscalYearStart: 12 }), "2026-12-01 2027-11-30 FY27");
  });

  it("knows the releases of the configuration by name", () => {
    assert.equal(brief("Aurora", february), "2027-03-15 2027-03-15 Aurora");
    assert.equal(brief("sun  dial", february), "2027-10-01 2027-12-31 Sun Dial");
    assert.equal(brief("aurora..Sun Dial", february), "2027-03-15 2027-12-31 Aurora – Sun Dial");
    assert.equal(brief("Broken", february), "text Broken");
    assert.equal(brief("Aurora"), "text Aurora");
  });

  it("reads dates, which are one day", () => {
    const day = (text: string) => {
      const date = readDate(text);
      return date?.kind === "interval" ? writeDay(date.start) : date?.kind;
    };
    assert.equal(day("2026-11-30"), "2026-11-30");
    assert.equal(day("30 Nov 2026"), "2026-11-30");
    assert.equal(day("2026-11-31"), "invalid");
    assert.equal(day("2026-13"), "invalid");
    assert.equal(day("2026-11"), undefined);
    assert.equal(day("yyyy-mm-dd"), undefined);
  });

  it("says later only where times compare", () => {
    const later: readonly (readonly [string, string])[] = [
      ["2027-Q1", "2026-Q4"],
      ["2027-Q3", "Mar 2027"],
      ["2027-01-01", "2026"],
      ["FY28", "FY27"],
      ["next", "now"],
      ["later", "next"],
      ["v1.10", "v1.9"],
      ["v2.0", "v2.0-beta.2"],
      ["v2.0-beta.10", "v2.0-beta.2"],
    ];
    const isLaterText = (a: string, b: string) => isLater(readTimeframe(a), readTimeframe(b));
    for (const [a, b] of later) {
      assert.equal(isLaterText(a, b), true, `${a} after ${b}`);
      assert.equal(isLaterText(b, a), false, `${b} not after ${a}`);
    }
    const neither: readonly (readonly [string, string])[] = [
      ["2026-Q4", "2026"],
      ["2026-12", "2026-Q4"],
      ["2026-11-30..2027-02", "2027-Q1"],
      ["v1.9", "v1.9.0"],
      ["now", "2026"],
      ["later", "v1"],
      ["v3", "2020"],
      ["soon", "2020"],
      ["2027-13", "2026"],
    ];
    for (const [a, b] of neither) {
      assert.equal(isLaterText(a, b) || isLaterText(b, a), false, `${a} and ${b}`);
    }
  });

  it("is overdue from the day after its last day", () => {
    const overdue = (text: string, today: string) => isOverdue(readTimeframe(text), readDay(today)!);
    assert.equal(overdue("2026-11-30", "2026-11-30"), false);
    assert.equal(overdue("2026-11-30", "2026-12-01"), true);
    assert.equal(overdue("2026-Q4", "2026-12-31"), false);
    assert.equal(overdue("2026-Q4", "2027-01-01"), true);
    assert.equal(overdue("2026-Q4..2027-Q1", "2027-01-01"), false);
    for (const text of ["now", "v1", "soon", "2027-13"]) assert.equal(overdue(text, "2099-01-01"), false);
  });

  it("sorts the calendar by when things land, then lanes, versions, text", () => {
    const ordered = ["2026-11-30", "2026-H2", "2026-Q4", "2027-Q1", "now", "next", "later", "v1.9", "v1.10"];
    const all = [...ordered, "Sprint 9", "Sprint 10", "2027-13"].map((text) => readTimeframe(text));
    assert.deepEqual(
      [...all]
        .reverse()
        .sort(compareTimeframes)
        .map(({ text }) => text),
      all.map(({ text }) => text),
    );
  });

  it("lands in the quarter in which it ends", () => {
    const quarter = (text: string) => {
      const found = quarterOf(readTimeframe(text, february));
      return found && showQuarter(found);
    };
    assert.equal(quarter("2026-11-30"), "Q4 2026");
    assert.equal(quarter("2026-H2"), "Q4 2026");
    assert.equal(quarter("2026"), "Q4 2026");
    assert.equal(quarter("FY27-Q1"), "Q2 2026");
    assert.equal(quarter("Aurora"), "Q1 2027");
    assert.equal(quarter("now"), undefined);
  });

  it("speaks and writes", () => {
    const table: readonly (readonly [string, string, string])[] = [
      ["Q1 2027", "first quarter 2027", "2027-Q1"],
      ["H2'26", "second half 2026", "2026-H2"],
      ["Mar 2027", "March 2027", "2027-03"],
      ["Nov 30, 2026", "30 November 2026", "2026-11-30"],
      ["2026", "2026", "2026"],
      ["FY2027 Q1", "first quarter of fiscal year 2027", "FY27-Q1"],
      ["FY27", "fiscal year 2027", "FY27"],
      ["Q1–Q2 2027", "from first quarter 2027 to second quarter 2027", "2027-Q1..2027-Q2"],
      ["Now", "now", "now"],
      ["v1.10-rc", "version 1.10 rc", "v1.10-rc"],
      ["aurora", "Aurora", "Aurora"],
      [" soon ", "soon", "soon"],
    ];
    for (const [text, spoken, written] of table) {
      const timeframe = readTimeframe(text, february);
      assert.equal(String(speakTimeframe(timeframe)), spoken);
      assert.equal(writeTimeframe(timeframe), written);
    }
  });

  it("reads what it writes and what it shows as the same time", () => {
    for (const [text] of forms) {
      const timeframe = readTimeframe(text);
      for (const again of [writeTimeframe(timeframe), String(showTimeframe(timeframe))]) {
        const read = readTimeframe(again);
        assert.equal(read.kind, timeframe.kind, again);
        assert.equal(compareTimeframes(read, timeframe), 0, again);
        assert.equal(String(showTimeframe(read)), String(showTimeframe(timeframe)));
      }
    }
  });

  it("has a strict order of later and a total one for lists, which agree", () => {
    const texts = [
      ...forms.map(([text]) => text),
      "FY26",
      "Q1 2026",
      "2025",
      "v1.9",
      "v1.10-rc",
      "2026-11-30..2027-02",
    ];
    const timeframe = fc.constantFrom(...texts).map((text) => readTimeframe(text));
    fc.assert(
      fc.property(timeframe, timeframe, timeframe, (a: Timeframe, b: Timeframe, c: Timeframe) => {
        assert.equal(isLater(a, a), false);
        assert.ok(!(isLater(a, b) && isLater(b, a)));
        if (isLater(a, b) && isLater(b, c)) assert.ok(isLater(a, c));
        if (isLater(a, b)) assert.ok(compareTimeframes(a, b) > 0);
        assert.equal(Math.sign(compareTimeframes(a, b)), -Math.sign(compareTimeframes(b, a)) + 0);
        if (compareTimeframes(a, b) <= 0 && compareTimeframes(b, c) <= 0) assert.ok(compareTimeframes(a, c) <= 0);
      }),
      { numRuns: 5000 },
    );
  });

  it("never throws, and keeps any text", () => {
    const piece = fc.constantFrom(
      "2026",
      "-",
      "Q",
      "4",
      "FY",
      "27",
      "..",
      " ",
      "Mar",
      "v",
      "1.2",
      "'",
      "–",
      "to",
      "now",
      "🚀",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (written, fiscalYearStart) => {
        const timeframe = readTimeframe(written, { fiscalYearStart });
        assert.equal(timeframe.text, written);
        if (timeframe.kind === "interval") assert.ok(timeframe.start <= timeframe.end);
        assert.equal(typeof String(speakTimeframe(timeframe)), "string");
      }),
      { numRuns: 2000 },
    );
  });
});
