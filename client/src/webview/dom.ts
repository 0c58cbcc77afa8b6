import type { Attributes, Child, Element as Drawn } from "../../../server/src/panel/node.ts";

/**
 * Makes what stands in an element what is drawn, and touches nothing else: the focus stays, and rows that are still there are
 * moved rather than made. Texts become text nodes, so nothing that somebody wrote is ever read as HTML.
 */
export function show(parent: Element, children: readonly Child[]): void {
  const keyed = new Map<string, Element>();
  for (const child of parent.children) {
    const key = drawn.get(child)?.attributes.key;
    if (key !== undefined) keyed.set(key, child);
  }
  let next = parent.firstChild;
  for (const child of children) {
    const node = typeof child === "string" ? textAt(next, child) : elementAt(next, child, keyed, parent);
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
  }
  while (next !== null) {
    const gone: ChildNode = next;
    next = next.nextSibling;
    gone.remove();
  }
}

/** What each element was drawn from. */
const drawn = new WeakMap<Node, Drawn>();

function textAt(node: ChildNode | null, text: string): ChildNode {
  if (node?.nodeType !== Node.TEXT_NODE) return document.createTextNode(text);
  if (node.nodeValue !== text) node.nodeValue = text;
  return node;
}

function elementAt(
  node: ChildNode | null,
  child: Drawn,
  keyed: ReadonlyMap<string, Element>,
  parent: Element,
): Element {
  const { key } = child.attributes;
  const known = key === undefined ? node : keyed.get(key);
  const before = known === null || known === undefined ? undefined : drawn.get(known);
  const isSame = before !== undefined && before.tag === child.tag && before.attributes.key === key;
  const element = isSame ? (known as Element) : make(child.tag, parent);
  if (before === child && isSame) return element;
  update(element, isSame ? before.attributes : {}, child.attributes);
  drawn.set(element, child);
  show(element, child.children);
  return element;
}

function make(tag: string, parent: Element): Element {
  const space = tag === "svg" || parent.namespaceURI === svg ? svg : html;
  return document.createElementNS(space, tag);
}

const svg = "http://www.w3.org/2000/svg";
const html = "http://www.w3.org/1999/xhtml";

function update(element: Element, before: Attributes, after: Attributes): void {
  for (const name of Object.keys(before)) if (!(name in after)) set(element, name, undefined, before[name]);
  for (const [name, value] of Object.entries(after)) set(element, name, value, before[name]);
}

function set(element: Element, name: string, value: Attributes[string], before: Attributes[string]): void {
  if (name === "key" || value === before) return;
  if (name === "style") restyle(element as HTMLElement, value as Attributes["style"], before as Attributes["style"]);
  // What a person has chosen or typed is kept in the property.
  else if (name === "checked" || name === "selected") Object.assign(element, { [name]: value === true });
  else if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** Property by property: the policy of the panel allows no style in an attribute. */
function restyle(element: HTMLElement, value: Attributes["style"] = {}, before: Attributes["style"] = {}): void {
  for (const name of Object.keys(before)) if (!(name in value)) element.style.removeProperty(name);
  for (const [name, one] of Object.entries(value)) if (before[name] !== one) element.style.setProperty(name, one);
}
