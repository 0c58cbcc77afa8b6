/** What a section of a document is about, where its heading says so in plain words. */
export type SectionTopic = "goals" | "kpis" | "requirements";

const headings: Readonly<Record<SectionTopic, readonly string[]>> = {
  goals: [
    ...["goal", "goals", "objective", "objectives", "business goals", "product goals", "project goals"],
    ...["business objectives", "goals and objectives", "goals & objectives", "desired outcome", "desired outcomes"],
    ...["outcomes", "what we want to achieve"],
  ],
  kpis: [
    ...[
      "success metric",
      "success metrics",
      "metrics",
      "key metrics",
      "kpi",
      "kpis",
      "key results",
      "success criteria",
    ],
    ...["success measures", "measures of success", "measuring success", "key performance indicators"],
    ...["how we measure success", "how we will measure success", "how will we measure success", "north star metric"],
    ...["goals and success metrics", "goals & success metrics", "goals and metrics", "metrics and kpis"],
  ],
  requirements: [
    ...["requirement", "requirements", "functional requirements", "non-functional requirements", "user requirements"],
    ...["product requirements", "key requirements", "must have", "must haves", "should have", "could have"],
  ],
};

const topics = new Map(
  Object.entries(headings).flatMap(([topic, words]) => words.map((word) => [word, topic as SectionTopic] as const)),
);

/** Case, a number in front and signs around do not matter: `3. 🎯 Success metrics`. */
export function topicOf(heading: string): SectionTopic | undefined {
  const words = heading.slice(0, longest).toLowerCase();
  const start = words.search(/\p{L}/u);
  return start < 0 ? undefined : topics.get(words.slice(start).replace(/[^\p{L}]+$/u, ""));
}

/** No such heading is longer. */
const longest = 60;
