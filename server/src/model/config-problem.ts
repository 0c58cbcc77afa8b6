import type { Span } from "../base/span.ts";
import type { Flaw } from "../syntax/flaw.ts";

/** Something in `throughline.yaml` that cannot be used; the rest of it applies all the same. */
export interface ConfigProblem {
  readonly rule: "config-invalid" | "config-unknown-key";
  /** The wrong value; the key where it has none. */
  readonly span: Span;
  readonly message: string;
  /** True when it could be read whole all the same: other tools will not, we do. */
  readonly recovered: boolean;
  /** The word that was meant, where one is near: to be written in the place of the span. */
  readonly meant: string | undefined;
  /** The smallest edit after which a flaw of the text is gone. */
  readonly fix: Flaw["fix"];
}

/** What is said against something, and the word that was meant. */
export interface Slip {
  readonly message: string;
  readonly meant: string | undefined;
}

/** "There is no kind `rcf`. Did you mean `rfc`?" Where no name is near, `way` says what else to do. */
export function slip(what: string, meant: string | undefined, way: string): Slip {
  return { message: `${what} ${meant === undefined ? way : `Did you mean \`${meant}\`?`}`, meant };
}

export function invalid(span: Span, say: string | Slip): ConfigProblem {
  return problem("config-invalid", span, say);
}

/** "`ingore` means nothing here. Did you mean `ignore`?", or what could stand here. */
export function unknownKey(span: Span, say: string | Slip): ConfigProblem {
  return problem("config-unknown-key", span, say);
}

/** What the reader of the text says, with its own way to mend it. */
export function unreadable({ span, message, recovered, fix }: Flaw): ConfigProblem {
  return { rule: "config-invalid", span, message, recovered, meant: undefined, fix };
}

function problem(rule: ConfigProblem["rule"], span: Span, say: string | Slip): ConfigProblem {
  const { message, meant } = typeof say === "string" ? { message: say, meant: undefined } : say;
  return { rule, span, message: message.trim(), recovered: false, meant, fix: undefined };
}

/** "a, b and c" of at most `most` names, shortened by "…". */
export function someOf(names: readonly string[], most = 12): string {
  if (names.length > most) return `${names.slice(0, most).join(", ")} …`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
