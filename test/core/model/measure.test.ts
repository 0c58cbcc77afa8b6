import assert from "node:assert/strict";
import fc from "fast-check";
import {
  amountIn,
  type Direction,
  inferDirection,
  isBetter,
  isReached,
  resolveTarget,
  sameUnit,
} from "../../../server/src/model/compare-measures.ts";
import { type Measure, readMeasure } from "../../../server/src/model/measure.ts";
import { showMeasure, showNumber } from "../../../server/src/model/show-measure.ts";

/** Comparator, low, high and unit, and how it is relative. */
function brief(text: string): string {
  const measure = readMeasure(text);
  if (measure === undefined) return "text";
  assert.equal(measure.text, text);
  const { comparator, low, high, unit, relative } = measure;
  return [comparator, low === high ? low : `${low}..${high}`, unit, relative]
    .filter((part) => part !== "")
    .join(" ")
    .trim();
}

function measure(text: string): Measure {
  const read = readMeasure(text);
  assert.ok(read !== undefined, text);
  return read;
}

const forms: readonly (readonly [string, string])[] = [
  ["3", "= 3"],
  ["3%", "= 3 %"],
  ["50 %", "= 50 %"],
  ["3 percent", "= 3 %"],
  ["3 per cent", "= 3 %"],
  ["3% of sessions", "= 3 %"],
  [">= 99.9 %", "≥ 99.9 %"],
  ["=> 99.9%", "≥ 99.9 %"],
  ["≥99.9%", "≥ 99.9 %"],
  ["< 200 ms", "< 200 ms"],
  ["<200ms", "< 200 ms"],
  ["<= 200 ms", "≤ 200 ms"],
  ["> 3", "> 3"],
  ["= 3", "= 3"],
  ["~ 3", "≈ 3"],
  ["about 3", "≈ 3"],
  ["At least 10k users", "≥ 10000 users"],
  ["at most 5", "≤ 5"],
  ["up to 5", "≤ 5"],
  ["under 2 s", "< 2 s"],
  ["more than 5", "> 5"],
  ["min. 5", "≥ 5"],
  ["100+", "≥ 100"],
  ["100k+ users", "≥ 100000 users"],
  ["p95 < 200 ms", "< 200 ms"],
  ["< 200 ms p95", "< 200 ms"],
  ["200 ms at p99.9", "= 200 ms"],
  ["200ms (p95)", "= 200 ms"],
  ["$1.2M", "= 1200000 $"],
  ["$ 1.2m", "= 1200000 $"],
  ["US$3bn", "= 3000000000 $"],
  ["€ 3", "= 3 €"],
  ["3 EUR", "= 3 €"],
  ["3€", "= 3 €"],
  ["CHF 3", "= 3 CHF"],
  ["$5/month", "= 5 $/month"],
  ["$5 per user", "= 5 $/user"],
  ["4.5/5", "= 4.5 /5"],
  ["4.5 / 5", "= 4.5 /5"],
  ["4.5 out of 5", "= 4.5 /5"],
  ["9 of 10", "= 9 /10"],
  ["10–15%", "= 10..15 %"],
  ["10-15%", "= 10..15 %"],
  ["10%–15%", "= 10..15 %"],
  ["10 - 15 %", "= 10..15 %"],
  ["10..15", "= 10..15"],
  ["10 to 15%", "= 10..15 %"],
  ["between 10 and 15 %", "= 10..15 %"],
  ["between 10% and 15%", "= 10..15 %"],
  ["200 ms to 300 ms", "= 200..300 ms"],
  ["1–2M", "= 1000000..2000000"],
  ["$1M–$2M", "= 1000000..2000000 $"],
  ["900,000–1.1M", "= 900000..1100000"],
  ["900k–1.1M", "= 900000..1100000"],
  ["1,200", "= 1200"],
  ["1 200 000", "= 1200000"],
  ["1'200.5", "= 1200.5"],
  ["1,5 %", "= 1.5 %"],
  ["0,125", "= 0.125"],
  [".5", "= 0.5"],
  ["10k", "= 10000"],
  ["10K users", "= 10000 users"],
  ["3M", "= 3000000"],
  ["3 million", "= 3000000"],
  ["2bn", "= 2000000000"],
  ["5m", "= 5 m"],
  ["200MB", "= 200 MB"],
  ["10kg", "= 10 kg"],
  ["2 weeks", "= 2 weeks"],
  ["3 tickets/week", "= 3 tickets/week"],
  ["3 tickets per week", "= 3 tickets per week"],
  ["4 stars", "= 4 stars"],
  ["3.", "= 3"],
  ["+10%", "= 10 % percent"],
  ["-5 %", "= -5 % percent"],
  ["−5%", "= -5 % percent"],
  [">= +10%", "≥ 10 % percent"],
  ["-200 ms", "= -200 ms add"],
  ["+50", "= 50  add"],
  ["-$5", "= -5 $ add"],
  ["$-5", "= -5 $ add"],
  ["5 pp", "= 5 pp add"],
  ["+5pp", "= 5 pp add"],
  ["-5 percentage points", "= -5 pp add"],
  ["2x", "= 2 x times"],
  ["2×", "= 2 x times"],
  ["0.5 x", "= 0.5 x times"],
  ["3 times", "= 3 times times"],
  ...[
    "",
    "M",
    "XL",
    "high",
    "tbd",
    "-",
    "$",
    "$M",
    "%",
    "±3",
    "#3",
    "3%%",
    "3 % %",
    "1.2.3",
    "1e3",
    "2026-11-30",
    "3:30",
  ].map((text) => [text, "text"] as const),
  ...[
    "2026-11",
    "15–10%",
    "5-",
    "1,2000",
    "3 of our 5 users",
    "10%–15 ms",
    "between 10",
    "NPS 40",
    "3 ".repeat(60),
  ].map((text) => [text, "text"] as const),
  ["3 is what we all want it to be", "text"],
];

describe("measures", () => {
  for (const [text, expected] of forms) {
    it(`reads ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(brief(text), expected.replace("  ", " ")));
  }

  it("compares what counts the same thing", () => {
    const same = [
      "2.1% 3%",
      "2.1% >=3",
      "200ms 2s",
      "3users 1user",
      "$3 3USD",
      "2% 1pp",
      "3MB 1GB",
      "200ms +10%",
      "3% 2x",
      "3 4/5",
    ];
    for (const pair of same) {
      const [a = "", b = ""] = pair.split(" ");
      assert.equal(sameUnit(measure(a), measure(b)), true, pair);
      assert.equal(sameUnit(measure(b), measure(a)), true, pair);
    }
    for (const pair of ["3% 200ms", "$3 €3", "4/5 9/10", "3users 3days", "200ms +5pp", "$3 3%"]) {
      const [a = "", b = ""] = pair.split(" ");
      assert.equal(sameUnit(measure(a), measure(b)), false, pair);
      assert.equal(sameUnit(measure(b), measure(a)), false, pair);
    }
  });

  it("converts an amount into another unit", () => {
    assert.equal(amountIn(measure("2 s"), "ms", "up"), 2000);
    assert.equal(amountIn(measure("90 min"), "hours", "up"), 1.5);
    assert.equal(amountIn(measure("10–15%"), "%", "up"), 10);
    assert.equal(amountIn(measure("10–15%"), "%", "down"), 15);
    assert.equal(amountIn(measure("3"), "%", "up"), 3);
    assert.equal(amountIn(measure("3 ms"), "%", "up"), undefined);
  });

  it("counts a relative target from the baseline", () => {
    const resolved: readonly (readonly [string, string, string | undefined])[] = [
      ["200 ms", "+10%", "220 ms"],
      ["200 ms", "-10%", "180 ms"],
      ["200 ms", "-50 ms", "150 ms"],
      ["2 s", "-200 ms", "1.8 s"],
      ["2.1%", "5 pp", "7.1 %"],
      ["2.1%", "+10%", "2.31 %"],
      ["100", "+50 users", "150 users"],
      ["100 users", "+50", "150 users"],
      ["1.5 s", "0.5x", "0.75 s"],
      ["10–20%", "2x", "20–40 %"],
      ["$1.2M", ">= +10%", "≥ $1.32M"],
      ["0.1", "+0.2", "0.3"],
      ["200 ms", "< 150 ms", "< 150 ms"],
      ["-40", "-10", "-10"],
      ["-40", "+10%", "-36"],
      ["+5%", "+10%", "+10 %"],
      ["1.2x", "2x", "2x"],
      ["200 ms", "5 pp", undefined],
      ["200 ms", "3%", undefined],
    ];
    for (const [baseline, target, expected] of resolved) {
      const found = resolveTarget(measure(baseline), measure(target));
      assert.equal(found && showMeasure(found), expected, `${target} on ${baseline}`);
    }
  });

  it("knows which is better", () => {
    const better: readonly (readonly [string, string, Direction])[] = [
      ["3%", "2.1%", "up"],
      ["200 ms", "2 s", "down"],
      ["> 99", "99", "up"],
      ["< 5", "5", "down"],
      ["10–15%", "9%", "up"],
      ["5–10 ms", "11 ms", "down"],
    ];
    for (const [a, b, direction] of better) {
      assert.equal(isBetter(measure(a), measure(b), direction), true, `${a} ${b}`);
      assert.equal(isBetter(measure(b), measure(a), direction), false, `${b} ${a}`);
    }
    assert.equal(isBetter(measure("3%"), measure("3 %"), "up"), false);
    assert.equal(isBetter(measure(">= 3%"), measure("3%"), "up"), false);
    assert.equal(isBetter(measure("3%"), measure("3 ms"), "up"), undefined);
  });

  it("knows when a target is reached", () => {
    const table: readonly (readonly [string, string, Direction | undefined, boolean | undefined])[] = [
      ["99.9%", ">= 99.9%", undefined, true],
      ["99.8%", ">= 99.9%", undefined, false],
      ["200 ms", "< 200 ms", undefined, false],
      ["0.19 s", "< 200 ms", "up", true],
      ["3", "3", "up", true],
      ["3", "3", "down", true],
      ["2", "3", "up", false],
      ["2", "3", "down", true],
      ["2", "3", undefined, undefined],
      ["12%", "10–15%", "up", true],
      ["16%", "10–15%", "up", true],
      ["16%", "10–15%", "down", false],
      ["3 ms", "3%", "up", undefined],
    ];
    for (const [current, target, direction, expected] of table) {
      assert.equal(isReached(measure(current), measure(target), direction), expected, `${current} for ${target}`);
    }
  });

  it("infers which way is better", () => {
    const table: readonly (readonly [string | undefined, string | undefined, Direction | undefined])[] = [
      ["2.1%", "3%", "up"],
      ["2 s", "200 ms", "down"],
      ["5", "< 10", "down"],
      [undefined, "< 10", "down"],
      [undefined, ">= 10", "up"],
      [undefined, "+10%", "up"],
      [undefined, "-200 ms", "down"],
      [undefined, "0.5x", "down"],
      ["200 ms", "0.5x", "down"],
      ["3", "3", undefined],
      ["3 ms", "3%", undefined],
      [undefined, "3", undefined],
      ["3", undefined, undefined],
    ];
    for (const [baseline, target, expected] of table) {
      const found = inferDirection(
        baseline === undefined ? undefined : measure(baseline),
        target === undefined ? undefined : measure(target),
      );
      assert.equal(found, expected, `${baseline} → ${target}`);
    }
  });

  it("shows amounts", () => {
    const shown: readonly (readonly [string, string])[] = [
      ["3%", "3 %"],
      [">=99.9%", "≥ 99.9 %"],
      ["under 200ms", "< 200 ms"],
      ["$1200000", "$1.2M"],
      ["$1,234,567", "$1,234,567"],
      ["1–2M users", "1M–2M users"],
      ["900k–1.1M", "900,000–1,100,000"],
      ["1–2,000,000", "1–2,000,000"],
      ["10-15%", "10–15 %"],
      ["10000", "10,000"],
      ["4.5 out of 5", "4.5/5"],
      ["5 pp", "+5 pp"],
      ["-200ms", "-200 ms"],
      ["2 x", "2x"],
      ["1000000x", "1M x"],
      ["3 EUR", "€3"],
      ["CHF 3", "3 CHF"],
      ["$5 per month", "$5/month"],
    ];
    for (const [text, expected] of shown) assert.equal(showMeasure(measure(text)), expected);
    assert.deepEqual([0, 0.00000012, 999, 1000, 1e6, 1234567, 2.5e9, 1e15].map(showNumber), [
      "0",
      "0.00000012",
      "999",
      "1,000",
      "1M",
      "1,234,567",
      "2.5bn",
      "1,000,000,000,000,000",
    ]);
  });

  const written = fc.constantFrom(...forms.map(([text]) => text)).filter((text) => readMeasure(text) !== undefined);

  it("reads what it shows as the same amount", () => {
    const number = fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.integer({ min: 0, max: 99_999 }).map((n) => n / 100),
    );
    const made = fc
      .tuple(
        fc.constantFrom("", "< ", ">= ", "~"),
        fc.constantFrom("", "+", "-"),
        number,
        fc.constantFrom("", "%", " ms", "k users", "x", " pp", "/5"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(written, made), (text) => {
        const before = measure(text);
        const after = measure(showMeasure(before));
        assert.deepEqual({ ...after, text: "" }, { ...before, text: "", low: before.low + 0, high: before.high + 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws, and never reads what is no number", () => {
    const piece = fc.constantFrom(
      "3",
      "10",
      ",",
      ".",
      "-",
      "–",
      "+",
      "%",
      "$",
      "k",
      "M",
      " ",
      "x",
      "/",
      "ms",
      "<",
      "to",
      "é",
      "🚀",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece, { maxLength: 10 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (one) => {
        const read = readMeasure(one);
        if (read === undefined) return;
        assert.ok(Number.isFinite(read.low) && Number.isFinite(read.high) && read.low <= read.high);
        assert.match(one, /\d/);
        assert.equal(typeof showMeasure(read), "string");
      }),
      { numRuns: 5000 },
    );
  });

  it("is never better in both directions or both ways round", () => {
    const any = written.map(measure);
    const direction = fc.constantFrom<Direction>("up", "down");
    fc.assert(
      fc.property(any, any, direction, (a, b, way) => {
        assert.ok(!(isBetter(a, b, way) && isBetter(b, a, way)));
        assert.notEqual(isBetter(a, a, way), true);
        assert.equal(sameUnit(a, b), sameUnit(b, a));
        const goal = resolveTarget(a, b);
        assert.equal(goal !== undefined, sameUnit(a, b));
        if (goal !== undefined) assert.ok(goal.low <= goal.high);
      }),
      { numRuns: 3000 },
    );
  });
});
