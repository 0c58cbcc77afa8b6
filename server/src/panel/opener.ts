import { type Element, h } from "./node.ts";

/** A title that opens the document in which it stands; whoever draws it live hears of the click. */
export function opener(id: string, title: string): Element {
  return h("button", { type: "button", class: "opener", "data-open": id }, title);
}
