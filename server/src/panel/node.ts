/** An element before it is one: written as text for a page, made of DOM in the panel. Texts in it stay texts. */
export interface Element {
  readonly tag: string;
  /** True stands alone, false and undefined are left out. */
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** `style` is a list of properties, because a strict policy allows no attribute of that name. */
export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined | Style;
  readonly style?: Style;
  /** Tells an element from those beside it when it is drawn again. */
  readonly key?: string;
}

export type Style = Readonly<Record<string, string>>;

export type Child = Element | string;

/** `h("li", { class: "row" }, "One-tap pay")`. */
export function h(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Child | undefined | false)[]
): Element {
  return { tag, attributes, children: children.filter((child) => child !== undefined && child !== false) };
}

/** The text of elements as HTML; whatever people wrote is text in it. */
export function writeHtml(child: Child): string {
  if (typeof child === "string") return escaped(child);
  const { tag, attributes, children } = child;
  if (tag === ours) return children.join("");
  const open = `<${tag}${Object.entries(attributes).map(writeAttribute).join("")}`;
  if (isVoid.has(tag)) return `${open}>`;
  return `${open}>${children.map(writeHtml).join("")}</${tag}>`;
}

/** A text of our own, a script or a style, in which no sign is another's: nothing that somebody wrote may stand here. */
export function written(text: string): Element {
  return { tag: ours, attributes: {}, children: [text] };
}

const ours = "";

function writeAttribute([name, value]: [string, Attributes[string]]): string {
  if (value === undefined || value === false || name === "key") return "";
  if (value === true) return ` ${name}`;
  const text = typeof value === "object" ? writeStyle(value) : String(value);
  return ` ${name}="${escaped(text)}"`;
}

function writeStyle(style: Style): string {
  return Object.entries(style)
    .map(([property, value]) => `${property}:${value}`)
    .join(";");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const isVoid = new Set(["meta", "input", "br", "link"]);
