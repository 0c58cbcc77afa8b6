import type { Span } from "../base/span.ts";
import type { Flaw } from "./flaw.ts";
import type { Yaml, YamlNode, YamlScalar } from "./yaml-tree.ts";

/** The same reading with every place moved: what was read from one text stands elsewhere in another. */
export function moveYaml({ root, comments, flaws }: Yaml, move: (span: Span) => Span): Yaml {
  return {
    root: root && moveNode(root, move),
    comments: comments.map(({ span }) => ({ span: move(span) })),
    flaws: flaws.map((flaw) => moveFlaw(flaw, move)),
  };
}

function moveNode(node: YamlNode, move: (span: Span) => Span): YamlNode {
  const span = move(node.span);
  if (node.type === "scalar") return { ...node, span };
  if (node.type === "list") return { ...node, span, items: node.items.map((item) => moveNode(item, move)) };
  const entries = node.entries.map(({ key, value, span }) => ({
    key: moveNode(key, move) as YamlScalar,
    value: value && moveNode(value, move),
    span: move(span),
  }));
  return { ...node, span, entries };
}

function moveFlaw(flaw: Flaw, move: (span: Span) => Span): Flaw {
  const edits = flaw.fix?.edits.map(({ span, newText }) => ({ span: move(span), newText }));
  const fix = flaw.fix && edits && { title: flaw.fix.title, edits };
  return { ...flaw, span: move(flaw.span), ...(fix && { fix }) };
}
