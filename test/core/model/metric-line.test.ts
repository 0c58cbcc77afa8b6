import assert from "node:assert/strict";
import { readMetricLine } from "../../../server/src/model/read-metric-line.ts";
import { topicOf } from "../../../server/src/model/section-topic.ts";

function reads(line: string, expected: ReturnType<typeof readMetricLine>): void {
  it(`${line}`, () => assert.deepEqual(readMetricLine(line), expected));
}

describe("a line about a figure is read where it is plain", () => {
  reads("Raise conversion from 2.1 % to 3 % by Q1 2027", {
    title: "Conversion",
    baseline: "2.1 %",
    target: "3 %",
    timeframe: "Q1 2027",
  });
  reads("Checkout completion: 61% → 68%", { title: "Checkout completion", baseline: "61%", target: "68%" });
  reads("p95 latency of search < 200 ms.", { title: "P95 latency of search", target: "< 200 ms" });
  reads("Reduce the time to pay to 35 s (Q2 2027)", {
    title: "Time to pay",
    target: "35 s",
    timeframe: "Q2 2027",
    direction: "down",
  });
  reads("Reduce support tickets by 20 %", { title: "Support tickets", target: "-20 %" });
  reads("Grow weekly active shops by 15% in 2027", {
    title: "Weekly active shops",
    target: "+15%",
    timeframe: "2027",
  });
  reads("Conversion rate: raise from 2.1% to 3%", { title: "Conversion rate", baseline: "2.1%", target: "3%" });
  reads("NPS: 50", { title: "NPS", target: "50" });
  reads("Error rate below 1 %", { title: "Error rate", target: "below 1 %" });
  reads("At least 99.9 % availability", { title: "At least 99.9 % availability" });
});

describe("what is not plain is not guessed", () => {
  for (const line of [
    "Shoppers trust us with their card",
    "Get from idea to prototype",
    "Twice as many people finish",
    "Fewer clicks by design",
    "Support the two new markets in Europe",
    "Users go from signup to first value without help",
  ])
    reads(line, { title: line });
});

describe("a heading tells what its section is about", () => {
  for (const [heading, topic] of [
    ["Success metrics", "kpis"],
    ["3. 🎯 Goals", "goals"],
    ["KPIs:", "kpis"],
    ["Functional Requirements", "requirements"],
    ["Non-goals", undefined],
    ["Goals of the meeting", undefined],
    ["", undefined],
  ] as const)
    it(heading, () => assert.equal(topicOf(heading), topic));
});
