import type { Span } from "../base/span.ts";
import type { Reading } from "./reading.ts";
import type { Suppression } from "./summary.ts";

/**
 * Comments that silence rules on one line, in the block at the top and in the body:
 * `# throughline-disable-line missing-kpi: legal duty`, `<!-- throughline-disable-next-line overdue, missing-owner: … -->`. One that names no rule silences none, and is kept to be told so.
 */
export function readSuppressions(
  comments: readonly { readonly span: Span }[],
  reading: Reading,
): readonly Suppression[] {
  return comments.flatMap(({ span }) => {
    const text = reading.text.slice(span.start, Math.min(span.end, span.start + longest));
    const match =
      /throughline-disable-(next-line|line)(?:\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*))?(?![\w-])/.exec(text);
    if (match === null) return [];
    const target = match[1] === "line" ? span.start : nextLine(span.end, reading.text);
    return [
      {
        rules: (match[2] ?? "")
          .split(",")
          .map((rule) => rule.trim())
          .filter((rule) => rule !== ""),
        entry: reading.places.add(span),
        target: reading.places.add({ start: target, end: target }),
      },
    ];
  });
}

/** Such comments are short; what comes later in a long one is not looked at. */
const longest = 400;

/** The start of the next line that is not blank. */
function nextLine(from: number, text: string): number {
  let at = text.indexOf("\n", from);
  if (at < 0) return text.length;
  at++;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}
