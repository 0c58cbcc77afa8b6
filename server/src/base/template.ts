/**
 * Templates for names and ids: `rfc-{n}.md`, `{n}-{slug}.md`. `{n}` stands for digits, every other `{name}` for one or
 * more characters except `/`. Time grows with template × text, whatever a project writes.
 */
export type TemplateValues = Readonly<Record<string, string>>;

/** `matchTemplate("rfc-{n}.md", "rfc-12.md")` is `{ n: "12" }`; where several readings fit, earlier names take more. */
export function matchTemplate(template: string, text: string): TemplateValues | undefined {
  if (template.length > longest || text.length > longest) return undefined;
  const parts = templateParts(template);
  // fits[i][at]: parts from i on match the text from `at` on. Filled from the end.
  const fits: Uint8Array[] = parts.map(() => new Uint8Array(text.length + 2));
  const end = new Uint8Array(text.length + 2);
  end[text.length] = 1;
  fits.push(end);
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    const here = fits[i]!;
    const next = fits[i + 1]!;
    for (let at = text.length; at >= 0; at--) {
      if (part.name === undefined) {
        if (text.startsWith(part.literal, at)) here[at] = next[at + part.literal.length]!;
      } else if (takes(part.name, text, at)) here[at] = next[at + 1]! | here[at + 1]!;
    }
  }
  if (fits[0]![0] !== 1) return undefined;
  const values: Record<string, string> = {};
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const from = at;
    if (part.name === undefined) at += part.literal.length;
    else {
      for (let next = at + 1; takes(part.name, text, next - 1); next++) if (fits[i + 1]![next] === 1) at = next;
      values[part.name] = text.slice(from, at);
    }
  }
  return values;
}

/** The text with its values; undefined when one is missing. */
export function fillTemplate(template: string, values: TemplateValues): string | undefined {
  let text = "";
  for (const part of templateParts(template)) {
    if (part.name !== undefined && !Object.hasOwn(values, part.name)) return undefined;
    text += part.name === undefined ? part.literal : values[part.name];
  }
  return text;
}

/** Names and ids are short, and a table of this width is small. */
const longest = 1000;

type Part = { readonly name: undefined; readonly literal: string } | { readonly name: string };

function templateParts(template: string): readonly Part[] {
  return template
    .split(/(\{[a-z]+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{[a-z]+\}$/.test(piece) ? { name: piece.slice(1, -1) } : { name: undefined, literal: piece }));
}

function takes(name: string, text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return name === "n" ? code >= 48 && code <= 57 : code !== 47;
}
