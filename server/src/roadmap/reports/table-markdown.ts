import type { Found } from "../../workspace/query.ts";
import { inlineMarkdown, plainMarkdown } from "../markdown.ts";
import {
  hasRows,
  type Part,
  partText,
  readable,
  type Section,
  type Table,
  type TableRow,
  usefulColumns,
} from "./table.ts";

/** How a document is linked from where the report stands; undefined for no link. */
export type LinkTo = (found: Found) => string | undefined;

/** A table for GitHub and mails: one table under each heading, which is bold text so that no outline changes. */
export function tableMarkdown(table: Table, linkTo: LinkTo = () => undefined): string {
  if (!hasRows(table)) return `${plainMarkdown(String(table.empty))}\n`;
  const shown = usefulColumns(table);
  const head = `| ${shown.map((at) => cellText(table.columns[at]!.title)).join(" | ")} |\n|${shown.map(() => "---|").join("")}`;
  const parts = table.sections.map((section) => {
    const rows = section.rows.map((row) => rowText(row, shown, linkTo, table.indents));
    const heading = headingOf(section, linkTo);
    return [...heading, ...(rows.length === 0 ? [] : [[head, ...rows].join("\n")])].join("\n\n");
  });
  const closing = table.closing === undefined ? [] : [plainMarkdown(String(table.closing))];
  return `${[...parts, ...closing].join("\n\n")}\n`;
}

function headingOf({ title, notes = [], facts }: Section, linkTo: LinkTo): readonly string[] {
  if (title === undefined) return [];
  const more = notes.map((note) => cellText(String(note))).filter((note) => note !== "");
  const first = [`**${partMarkdown(title, linkTo)}**`, ...more].join(" · ");
  if (facts === undefined) return [first];
  const values = facts.cell.map((part) => partMarkdown(part, linkTo));
  return [first, `${cellText(String(facts.label))} ${values.join(", ")}`];
}

function rowText({ cells, depth, repeats }: TableRow, shown: readonly number[], linkTo: LinkTo, indents = 0): string {
  const texts = shown.map((at) => {
    if (at === 0 && repeats === true) return "";
    const text = readable(cells[at])
      .map((part) => partMarkdown(part, linkTo))
      .join(", ");
    return at === indents ? "↳ ".repeat(depth) + text : text;
  });
  return `| ${texts.join(" | ")} |`;
}

function partMarkdown(part: Part, linkTo: LinkTo): string {
  const target = part.to === undefined ? undefined : linkTo(part.to);
  if (target === undefined) return cellText(partText(part));
  const note = part.note === undefined || String(part.note) === "" ? "" : ` (${cellText(String(part.note))})`;
  return `[${cellText(String(part.text))}](${address(target)})${note}`;
}

/** Text that means nothing in a cell of a table: no bar ends it, and two dollars are no formula. */
function cellText(text: string): string {
  const plain = inlineMarkdown(text).replaceAll("|", "\\|");
  return plain.indexOf("$") === plain.lastIndexOf("$") ? plain : plain.replace(/(?<!\\)\$/g, "\\$");
}

/** A path as a link's destination. */
function address(path: string): string {
  return encodeURI(path.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /[()|'#?]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
