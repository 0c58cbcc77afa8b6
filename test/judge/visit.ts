import type { Nodes, Parents } from "mdast";

/** Calls `each` with every node in document order, and with the nodes around it from the outside in. */
export function visit(node: Nodes, each: (node: Nodes, parents: Parents[]) => void, parents: Parents[] = []): void {
  each(node, parents);
  if ("children" in node) for (const child of node.children) visit(child, each, [...parents, node]);
}
