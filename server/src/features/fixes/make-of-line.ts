import { say, type Words } from "../../base/say.ts";
import { proseLines } from "../../edits/lines-about.ts";
import { makeOfLine } from "../../edits/make-of-line.ts";
import { aKind } from "../../model/kind-words.ts";
import type { SectionTopic } from "../../model/section-topic.ts";
import type { Fix } from "./fix.ts";

const topics = new Set<unknown>(["kpis", "goals", "requirements"] satisfies readonly SectionTopic[]);

/** Where a section says in words what the plan lacks, an item is made of one of its lines. */
export const makeOfProse: Fix = {
  mends: ({ data }) => topics.has(data?.field),
  actions({ problem, found, project, document, elsewhere }) {
    const { schema } = project.config;
    const kind = schema.kinds.get(found?.item.kind ?? "");
    const topic = problem.data?.field;
    const to = kind?.fieldNames.get(String(topic))?.to[0];
    if (found?.item.site !== "document" || kind === undefined || to === undefined) return [];
    const lines = proseLines(document).filter((line) => line.topic === topic);
    return lines.slice(0, most).map((line) => {
      const edit = () => {
        const edits = makeOfLine(document, line, { kind, items: found.file.items }, project.query, elsewhere);
        return edits && { edits };
      };
      const title: Words = say`Make ${aKind(schema, to)} of “${short(line.plain)}”`;
      return { title, edit, isOption: true };
    });
  },
};

/** More are made on their own lines. */
const most = 3;

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

/** As much as a menu shows. */
const longest = 40;
