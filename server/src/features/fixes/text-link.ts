import type { Document } from "../../base/document.ts";
import { memo } from "../../base/memo.ts";
import { dirname, stem } from "../../base/path.ts";
import { say } from "../../base/say.ts";
import { markdownOf } from "../../edits/section.ts";
import type { Link } from "../../syntax/markdown-tree.ts";
import { type Fix, type FixAction, type FixContext, inPlace, spanOf } from "./fix.ts";

const rules = new Set(["broken-link", "broken-anchor", "machine-local-path"]);

/** A Markdown link that leads nowhere: its words stay, or the document that it promises is begun. */
export const textLink: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions(context) {
    const { document, problem } = context;
    const { start, end } = spanOf(context);
    const links = linksAt(document).get(start) ?? [];
    const [link] = links;
    if (link === undefined || links.length > 1) return [];
    const written = document.text.slice(start, end);
    const hash = written.indexOf("#");
    const toTop =
      problem.rule === "broken-anchor" && hash > 0
        ? inPlace(say`Link to the document itself`, [{ span: { start: start + hash, end }, newText: "" }], option)
        : [];
    return [...toTop, ...begin(link, context), ...keepWords(link, context)];
  },
};

const option = { isOption: true };

/** By where their destinations start: all dead links of a long document may be mended at once. */
const linksAt = memo((document: Document): ReadonlyMap<number, readonly Link[]> => {
  const places = new Map<number, Link[]>();
  for (const link of markdownOf(document).links) {
    const { start } = link.destinationSpan;
    const known = places.get(start);
    if (known === undefined) places.set(start, [link]);
    else known.push(link);
  }
  return places;
});

function keepWords({ type, span, text }: Link, { document }: FixContext): readonly FixAction[] {
  if (type !== "inline") return [];
  const newText = document.text.slice(text.start, text.end);
  return newText.trim() === "" ? [] : inPlace(say`Keep the words without the link`, [{ span, newText }], option);
}

function begin({ type, destination }: Link, context: FixContext): readonly FixAction[] {
  const { project, path, can, problem } = context;
  if (!can.create || problem.rule !== "broken-link" || type.startsWith("image")) return [];
  const file = project.summary(path)?.bodyLinks.find(({ written }) => written === destination);
  const there = file?.paths.find((one) => /\.(md|markdown)$/i.test(one));
  if (there === undefined || project.query.exists(there) !== false || there.startsWith("..")) return [];
  const words = stem(there === "" ? dirname(there) : there).replace(/[-_]+/g, " ");
  const text = `# ${words.charAt(0).toUpperCase()}${words.slice(1)}\n`;
  const edit = () => ({ edits: [], files: [{ type: "create" as const, path: there, text }] });
  return [{ title: say`Create “${there}”`, edit, ...option }];
}
