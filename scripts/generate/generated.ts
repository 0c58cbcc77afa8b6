/** A file that follows from the sources, in whole or in part. `npm run sync` writes it, a test holds it to them. */
export interface Generated {
  /** From the top of the repository. */
  readonly path: string;
  /** The text that the file should have; `current` is the one that it has, empty when there is none. */
  readonly text: (current: string) => string;
}

/** A page of which some parts follow from the sources: what stands between `<!-- name -->` and `<!-- /name -->`. */
export function page(path: string, parts: Readonly<Record<string, () => string>>): Generated {
  return {
    path,
    text: (current) =>
      Object.entries(parts).reduce(
        (text, [name, write]) => fill(text, `<!-- ${name} -->`, `<!-- /${name} -->`, `\n\n${write()}\n\n`, path),
        current,
      ),
  };
}

/** The text with what stands between two marks replaced. */
export function fill(text: string, start: string, end: string, content: string, path: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for what follows ${start.trim()}`);
  return text.slice(0, from + start.length) + content + text.slice(to);
}

/** A Markdown table; cells may hold Markdown, but no line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** `a`, `b`, `c`. */
export function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
