/** A drawing in Mermaid's language, and how much of the plan has no place in it. */
export interface Drawing {
  readonly text: string;
  /** What is not in it, and why: in a sentence for whoever looks at it. */
  readonly left: string | undefined;
}

/** GitHub draws nothing that has more letters or lines between boxes than these. */
export const mostLetters = 45_000;
export const mostEdges = 450;

/**
 * Text that somebody wrote, as it stands in a drawing without meaning anything there: no sign ends it, begins a comment, a
 * setting or a link, and a first word such as `section` is no statement.
 */
export function mermaidText(text: string): string {
  const plain = text
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, " ")
    .trim()
    .replace(/[#:;"`<>&%{}\\]/g, (sign) => `#${sign.charCodeAt(0)};`);
  return statement.test(plain) ? `#${plain.charCodeAt(0)};${plain.slice(1)}` : plain;
}

/** What a line may begin with that is no name of anything. */
const statement =
  /^(?:gantt|timeline|title|section|click|call|href|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|excludes|includes|todaymarker|weekday|weekend|displaymode|acctitle|accdescr|\d{4}-\d{2}-\d{2}|---)/i;
