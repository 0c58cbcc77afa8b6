import type { Words } from "../base/say.ts";
import type { Span, TextEdit } from "../base/span.ts";

/** Something about the text itself that is wrong, found while reading. The rules turn flaws into problems. */
export interface Flaw {
  /** The rule that reports it. */
  readonly rule:
    | "frontmatter-unparsable"
    | "frontmatter-unclosed"
    | "frontmatter-not-first"
    | "duplicate-key"
    | "config-invalid";
  /** The characters that cause it, not their line. */
  readonly span: Span;
  /** One or two sentences for a product manager: what is wrong, what to do. */
  readonly message: Words;
  /** True when the value could be read whole all the same: other tools will not, we do. */
  readonly recovered: boolean;
  /** The smallest edit after which the flaw is gone. */
  readonly fix?: { readonly title: Words; readonly edits: readonly TextEdit[] };
}
