import type { Span } from "../base/span.ts";
import type { Flaw } from "./flaw.ts";

/** A text that was read as YAML, broken or not. */
export interface Yaml {
  /** Undefined where nothing but blanks and comments stands. */
  readonly root: YamlNode | undefined;
  /** In the order of the text. */
  readonly comments: readonly YamlComment[];
  /** In the order of the text. */
  readonly flaws: readonly Flaw[];
}

/**
 * What we keep of YAML: source text and places, never YAML's values (`1.10`, `007` and `2026` stay what they are).
 * A list or map that `*name` repeats is the same node again, with its places where it is written.
 */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly type: "scalar";
  /** The source with its quotes; without trailing blanks and comments. Empty where nothing is written yet. */
  readonly span: Span;
  /** The source text without quotes, escapes resolved, folded as YAML folds. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "block";
}

export interface YamlList {
  readonly type: "list";
  readonly span: Span;
  readonly flow: boolean;
  /** A lone `- ` is an empty scalar. */
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly type: "map";
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  /** Undefined for a half-typed key without a colon, unless deeper lines follow it; an empty scalar after `key:`. */
  readonly value: YamlNode | undefined;
  /** From the key to the end of the value. */
  readonly span: Span;
}

/** A `# …` comment, from the `#` to the end of its line. */
export interface YamlComment {
  readonly span: Span;
}
