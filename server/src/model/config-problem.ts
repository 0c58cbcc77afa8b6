import { allOf, say, type Words } from "../base/say.ts";
import type { Span } from "../base/span.ts";
import type { Flaw } from "../syntax/flaw.ts";

/** Something in `throughline.yaml` that cannot be used; the rest of it applies all the same. */
export interface ConfigProblem {
  readonly rule: "config-invalid" | "config-unknown-key";
  /** The wrong value; the key where it has none. */
  readonly span: Span;
  readonly message: Words;
  /** True when it could be read whole all the same: other tools will not, we do. */
  readonly recovered: boolean;
  /** The word that was meant, where one is near: to be written in the place of the span. */
  readonly meant: string | undefined;
  /** The smallest edit after which a flaw of the text is gone. */
  readonly fix: Flaw["fix"];
}

/** What is said against something, and the word that was meant. */
export interface Slip {
  readonly message: Words;
  readonly meant: string | undefined;
}

/** "There is no kind `rcf`. Did you mean `rfc`?" Where no name is near, `way` says what else to do. */
export function slip(what: Words, meant: string | undefined, way?: Words): Slip {
  const advice = meant === undefined ? way : say`Did you mean \`${meant}\`?`;
  return { message: advice === undefined ? what : say`${what} ${advice}`, meant };
}

export function invalid(span: Span, said: Words | Slip): ConfigProblem {
  return problem("config-invalid", span, said);
}

/** "`ingore` means nothing here. Did you mean `ignore`?", or what could stand here. */
export function unknownKey(span: Span, said: Words | Slip): ConfigProblem {
  return problem("config-unknown-key", span, said);
}

/** What the reader of the text says, with its own way to mend it. */
export function unreadable({ span, message, recovered, fix }: Flaw): ConfigProblem {
  return { rule: "config-invalid", span, message, recovered, meant: undefined, fix };
}

function problem(rule: ConfigProblem["rule"], span: Span, said: Words | Slip): ConfigProblem {
  const { message, meant } = isSlip(said) ? said : { message: said, meant: undefined };
  return { rule, span, message, recovered: false, meant, fix: undefined };
}

function isSlip(said: Words | Slip): said is Slip {
  return typeof said === "object" && "message" in said;
}

/** "a, b and c" of at most `most` names, shortened by "…". */
export function someOf(names: readonly string[], most = 12): Words {
  return names.length > most ? `${names.slice(0, most).join(", ")} …` : allOf(names);
}
