import { say } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import type { Flaw } from "./flaw.ts";
import { type Fences, findFences } from "./frontmatter-fences.ts";
import { readYaml } from "./yaml.ts";
import type { YamlComment, YamlMap } from "./yaml-tree.ts";

/** The block of fields at the top of a document. */
export interface Frontmatter {
  /** The opening `---`, without blanks behind it; undefined where the document has no such block. */
  readonly open: Span | undefined;
  /** The closing `---` or `...`; undefined where it is missing. */
  readonly close: Span | undefined;
  /** Between the fences: from the start of the line below the first to the start of the line of the second. */
  readonly content: Span;
  /** The fields; empty for an empty block. Undefined without a block, or where the block is a list or a text. */
  readonly map: YamlMap | undefined;
  readonly comments: readonly YamlComment[];
  /** In the order of the text. */
  readonly flaws: readonly Flaw[];
  /** Where the document itself starts: the line below the block, or behind the byte order mark. */
  readonly bodyStart: number;
}

/**
 * Reads the block at the top of a document, whole or broken; never throws.
 * A document without one costs a look at its first characters.
 */
export function readFrontmatter(text: string): Frontmatter {
  const fences = findFences(text);
  if (fences === undefined) {
    const bodyStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return bodyStart === 0 ? NONE : { ...NONE, content: { start: 1, end: 1 }, bodyStart };
  }
  const { open, close, content, bodyStart } = fences;
  const { root, comments, flaws } = readYaml(text, content);
  const own = fenceFlaw(text, fences);
  const all = own ? [...flaws, own].sort((a, b) => a.span.start - b.span.start) : flaws;
  return { open, close, content, map: mapOf(root, content.start), comments, flaws: all, bodyStart };
}

const NONE: Frontmatter = {
  open: undefined,
  close: undefined,
  content: { start: 0, end: 0 },
  map: undefined,
  comments: [],
  flaws: [],
  bodyStart: 0,
};

function mapOf(root: ReturnType<typeof readYaml>["root"], at: number): YamlMap | undefined {
  if (root === undefined) return { type: "map", span: { start: at, end: at }, flow: false, entries: [] };
  return root.type === "map" ? root : undefined;
}

function fenceFlaw(text: string, { open, close, content, start }: Fences): Flaw | undefined {
  if (close === undefined) {
    const newline = text.startsWith("\r\n", open.end) ? "\r\n" : "\n";
    const ended = text[content.end - 1] === "\n";
    return {
      rule: "frontmatter-unclosed",
      span: open,
      message: say`The block at the top is never closed. Put a line "---" below its last field.`,
      recovered: false,
      fix: {
        title: say`Close the block with "---"`,
        edits: [
          {
            span: { start: content.end, end: content.end },
            newText: ended ? `---${newline}` : `${newline}---${newline}`,
          },
        ],
      },
    };
  }
  if (start === open.start) return undefined;
  return {
    rule: "frontmatter-not-first",
    span: open,
    message: say`Other tools see this block only where it starts on the very first line. Remove the empty lines above it.`,
    recovered: true,
    fix: { title: say`Remove what stands above`, edits: [{ span: { start, end: open.start }, newText: "" }] },
  };
}
