import { lineStartAt } from "../../base/lines.ts";
import { say } from "../../base/say.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import { proseLines } from "../../edits/lines-about.ts";
import { makeOfLine } from "../../edits/make-of-line.ts";
import { aKind } from "../../model/kind-words.ts";
import type { Refactor } from "./refactor.ts";

/** *Make a KPI of this line*, in the sections where goals, KPIs and requirements are written in words. */
export const makeOfThisLine: Refactor = {
  kind: "refactor.rewrite",
  isLoud: true,
  offers({ document, project, path, at, elsewhere }) {
    const file = project.summary(path);
    const { schema } = project.config;
    const item = file?.items.find(({ site }) => site === "document");
    const kind = schema.kinds.get(item?.kind ?? "");
    if (file === undefined || kind === undefined || at < frontmatterOf(document).bodyStart) return [];
    const end = document.text.indexOf("\n", at);
    const start = lineStartAt(document.text, at);
    const line = proseLines(document).find(
      ({ content }) => content.start >= start && content.start <= (end < 0 ? document.text.length : end),
    );
    const to = line && kind.fieldNames.get(line.topic)?.to[0];
    if (line === undefined || to === undefined) return [];
    const edit = () => {
      const edits = makeOfLine(document, line, { kind, items: file.items }, project.query, elsewhere);
      return edits && { edits };
    };
    return [{ title: say`Make ${aKind(schema, to)} of this line`, edit }];
  },
};
