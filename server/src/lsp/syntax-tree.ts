import type { Node, Parent } from "unist";
import type { Feature } from "../features/feature.ts";
import { type SyntaxTreeParams, syntaxTree as syntaxTreeRequest } from "../protocol.ts";

/** *Show Syntax Tree*: the document as remark reads it, which is who we must agree with about Markdown. */
export const syntaxTree: Feature = {
  capabilities: () => ({}),
  reads: ({ uri }: SyntaxTreeParams) => [uri],
  requests: {
    [syntaxTreeRequest]: async ({ uri }: SyntaxTreeParams, state) => {
      const text = state.document(uri)?.text;
      if (text === undefined) throw new Error(`There is no document ${uri}.`);
      return await syntaxTreeText(text);
    },
  },
};

/** One node a line, indented: its type, where it is (lines and columns from 1), and what it says. */
async function syntaxTreeText(text: string): Promise<string> {
  // Loaded when first asked for: a server that nobody asks for trees starts without it.
  const [{ unified }, { default: parse }, { default: frontmatter }, { default: gfm }] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-frontmatter"),
    import("remark-gfm"),
  ]);
  const tree = unified().use(parse).use(frontmatter, ["yaml"]).use(gfm).parse(text);
  return `${linesOf(tree, 0).join("\n")}\n`;
}

function linesOf(node: Node, depth: number): readonly string[] {
  const line = [`${"  ".repeat(depth)}${node.type}`, placeOf(node), ...detailsOf(node)].filter(Boolean).join(" ");
  const children = "children" in node ? (node as Parent).children : [];
  return [line, ...children.flatMap((child) => linesOf(child, depth + 1))];
}

function placeOf({ position }: Node): string {
  if (position === undefined) return "";
  const { start, end } = position;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function detailsOf(node: Node): readonly string[] {
  const details: string[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (["type", "position", "children", "data"].includes(key) || value === null || value === undefined) continue;
    details.push(`${key}=${JSON.stringify(value)}`);
  }
  return details;
}
