import type { Definition, Heading, ListItem, Nodes, Paragraph, Parents, Root, TableCell } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Finding } from "./finding.ts";
import { mentionsIn } from "./mentions.ts";
import { visit } from "./visit.ts";

const plainProcessor = unified().use(remarkParse).use(remarkGfm);
const processor = unified().use(remarkParse).use(remarkFrontmatter, ["yaml"]).use(remarkGfm);

export interface Judged {
  /** Where the body starts, behind frontmatter and its line end. */
  readonly from: number;
  readonly findings: Finding[];
  /** Whether ids could be told at all. */
  readonly hasMentions: boolean;
}

/** What remark finds in a text, as one line per thing. */
export function judge(text: string): Judged {
  // remark counts offsets without a byte order mark.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let tree = processor.parse(text) as Root;
  // Behind a first line `---` that nothing closes, remark-frontmatter makes remark blind for quotes and lists.
  if (tree.children[0]?.type !== "yaml") tree = plainProcessor.parse(text) as Root;
  const findings: Finding[] = [];
  const definitions = new Map<string, Definition>();
  visit(tree, (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  let from = 0;
  visit(tree, (node, parents) => {
    const start = (node.position?.start.offset ?? Number.NaN) + shift;
    const end = (node.position?.end.offset ?? Number.NaN) + shift;
    const add = (what: string, at = start) => findings.push({ at, what });
    const span = `${start}-${end}`;
    switch (node.type) {
      case "yaml":
        from = end + (text.startsWith("\r\n", end) ? 2 : end < text.length ? 1 : 0);
        break;
      case "heading":
        add(`heading ${headingStart(node, start, parents)}-${end} level ${node.depth} ${JSON.stringify(plain(node))}`);
        break;
      case "paragraph":
        // The paragraph of a task starts behind its box for remark, and at the box for us.
        add(`paragraph ${taskStart(text, node, start, parents)}-${end}`, taskStart(text, node, start, parents));
        break;
      case "listItem": {
        const list = parents[parents.length - 1];
        const ordered = list?.type === "list" && list.ordered === true;
        add(
          `item ${start}-${itemEnd(text, node, end, parents)} ${ordered ? "ordered" : "bullet"} ${node.checked ?? "no task"}`,
        );
        break;
      }
      case "blockquote":
        add(`quote ${span}`);
        break;
      case "thematicBreak":
        add(`rule ${span}`);
        break;
      case "code":
        add(`code ${span}`);
        break;
      case "html":
        if (isBlockParent(parents[parents.length - 1]!)) add(`html ${span}`);
        break;
      case "table":
        add(`table ${span}`);
        break;
      case "tableRow":
        add(`row ${span}`);
        break;
      case "tableCell":
        add(`cell ${cell(text, node, parents, shift)}`);
        break;
      case "definition":
        add(`definition ${span} ${node.identifier} -> ${node.url}`);
        break;
      case "link":
        add(`link ${span} ${Number.isNaN(start) || text[start] !== "[" ? "autolink" : "inline"} -> ${node.url}`);
        break;
      case "image":
        add(`link ${span} image -> ${node.url}`);
        break;
      case "linkReference":
        add(`link ${span} reference -> ${definitions.get(node.identifier)?.url}`);
        break;
      case "imageReference":
        add(`link ${span} image-reference -> ${definitions.get(node.identifier)?.url}`);
        break;
    }
  });
  const mentions = mentionsIn(text, tree, definitions, shift);
  for (const { start, end } of mentions ?? []) findings.push({ at: start, what: `mention ${start}-${end}` });
  return { from, findings, hasMentions: mentions !== undefined };
}

/** The text of a heading without images and HTML; line ends and hard breaks are blanks. */
function plain(heading: Heading): string {
  let text = "";
  visit(heading, (node) => {
    if (node.type === "text" || node.type === "inlineCode") text += node.value;
    else if (node.type === "break") text += "\n";
  });
  return text.replace(/\s*[\r\n]+\s*/g, " ").trim();
}

/** remark lets an underlined heading start at definitions above it. */
function headingStart(heading: Heading, start: number, parents: Parents[]): number {
  const siblings = parents[parents.length - 1]!.children;
  const overlaps = siblings.some((node) => node.type === "definition" && node.position?.start.offset === start);
  return overlaps ? (heading.children[0]?.position?.start.offset ?? start) : start;
}

/** remark lets an item that ends in an open fence run into the next item's marker. */
function itemEnd(text: string, item: ListItem, end: number, parents: Parents[]): number {
  const siblings: readonly Nodes[] = parents[parents.length - 1]!.children;
  const next = siblings[siblings.indexOf(item) + 1]?.position?.start.offset ?? end;
  return next < end ? Math.max(text.lastIndexOf("\n", next - 1), text.lastIndexOf("\r", next - 1)) + 1 : end;
}

function taskStart(text: string, paragraph: Paragraph, start: number, parents: Parents[]): number {
  const parent = parents[parents.length - 1];
  if (parent?.type !== "listItem" || typeof parent.checked !== "boolean") return start;
  if (parent.children.find(({ type }) => type === "paragraph") !== paragraph) return start;
  const box = /\[(?:\r\n|[\s\S])\]\s+$/.exec(text.slice(0, start));
  return box === null ? start : start - box[0].length;
}

function cell(text: string, node: TableCell, parents: Parents[], shift: number): string {
  let start = node.position!.start.offset! + shift;
  let end = node.position!.end.offset! + shift;
  const row = parents[parents.length - 1]!;
  const isLast = "children" in row && row.children[row.children.length - 1] === node;
  if (text[start] === "|") start++;
  const trim = () => {
    while (start < end && /[ \t]/.test(text[end - 1]!)) end--;
    while (start < end && /[ \t]/.test(text[start]!)) start++;
  };
  trim();
  if (isLast && end > start && text[end - 1] === "|" && !escaped(text, end - 1, start)) {
    end--;
    trim();
  }
  return start === end ? "empty" : `${start}-${end}`;
}

function escaped(text: string, at: number, start: number): boolean {
  let count = 0;
  while (at - count > start && text[at - count - 1] === "\\") count++;
  return count % 2 === 1;
}

function isBlockParent(node: Nodes): boolean {
  return ["root", "blockquote", "listItem", "footnoteDefinition"].includes(node.type);
}
