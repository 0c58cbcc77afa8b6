/** How a text is written where YAML's own signs must not be taken for signs. */
export interface QuoteStyle {
  /** Inside `[…]` or `{…}`, where commas and brackets are signs too. */
  readonly flow?: boolean;
  /** The quotes that the file uses; taken where the text allows it. */
  readonly quote?: "double" | "single";
}

/**
 * A text as one YAML scalar: as it is where that is safe, in quotes where it is not.
 *
 *     Checkout         ->  Checkout
 *     Checkout: soon   ->  "Checkout: soon"
 *     say "hi": now    ->  'say "hi": now'
 */
export function yamlScalar(text: string, style: QuoteStyle = {}): string {
  return isPlain(text, style.flow === true) ? text : yamlQuoted(text, style.quote);
}

/** A text in quotes: double ones, or single ones where the text holds double quotes or backslashes, or the file prefers them. */
export function yamlQuoted(text: string, prefer: "double" | "single" = "double"): string {
  const single = prefer === "single" ? !text.includes("'") : /["\\]/.test(text);
  if (single && !NEEDS_ESCAPE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(ESCAPED, escaped)}"`;
}

const NEEDS_ESCAPE = /[\p{Cc}\u2028\u2029\ufeff]/u;
const ESCAPED = /["\\\p{Cc}\u2028\u2029\ufeff]/gu;

function escaped(char: string): string {
  if (char === '"' || char === "\\") return `\\${char}`;
  if (char === "\n") return "\\n";
  if (char === "\t") return "\\t";
  if (char === "\r") return "\\r";
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Stricter than YAML: what starts with a letter, a digit, a dot, a slash or a dash before a letter, and holds no sign. */
function isPlain(text: string, flow: boolean): boolean {
  if (!/^(?:[\p{L}\p{N}_./$(~+]|-[\p{L}\p{N}])/u.test(text) || /\s$/.test(text)) return false;
  if (NEEDS_ESCAPE.test(text) || /:(?:\s|$)|\s#|^\.\.\.$/.test(text)) return false;
  // What is written so says nothing.
  if (/^(?:~|null)$/i.test(text)) return false;
  return !flow || !/[,[\]{}:]/.test(text);
}
