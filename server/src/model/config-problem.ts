import type { Span } from "../base/span.ts";

/** Something in `throughline.yaml` that cannot be used; the rest of it applies all the same. */
export interface ConfigProblem {
  readonly rule: "config-invalid" | "config-unknown-key";
  /** The wrong value; the key where it has none. */
  readonly span: Span;
  readonly message: string;
}

export function invalid(span: Span, message: string): ConfigProblem {
  return { rule: "config-invalid", span, message: message.trim() };
}

/** "`ingore` means nothing here. Did you mean `ignore`?", or what could stand here. */
export function unknownKey(span: Span, message: string): ConfigProblem {
  return { rule: "config-unknown-key", span, message };
}

/** "a, b and c" of at most `most` names, shortened by "…". */
export function someOf(names: readonly string[], most = 12): string {
  if (names.length > most) return `${names.slice(0, most).join(", ")} …`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
