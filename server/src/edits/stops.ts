/** A text with places that its author fills in one after the other. */
export type Piece = string | Stop;

/** Such a place, with what stands there until then; of several choices that is the first. */
export interface Stop {
  readonly says: string;
  readonly choices?: readonly string[];
}

/** `# «What is it?»` is a text and a stop, `«draft|planned»` a stop with choices. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(«[^«»]*»)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (!part.startsWith("«")) return part;
      const choices = part.slice(1, -1).split("|");
      return choices.length > 1 ? { says: choices[0]!, choices } : { says: choices[0]! };
    });
}

/** The text as it is when nothing is filled in. */
export function asText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.says)).join("");
}

/** As editors know it: `${1:text}`, `${2|one,other|}`, and `$0` at the very end. */
export function asSnippet(pieces: readonly Piece[]): string {
  let stop = 0;
  const written = pieces.map((piece) => {
    if (typeof piece === "string") return escaped(piece);
    const { says, choices } = piece;
    stop++;
    if (choices !== undefined && choices.length > 1)
      return `\${${stop}|${choices.map((choice) => choice.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
    return says === "" ? `\${${stop}}` : `\${${stop}:${escaped(says)}}`;
  });
  const text = written.join("");
  let end = text.length;
  while (text[end - 1] === "\n") end--;
  return `${text.slice(0, end)}$0${text.slice(end)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
