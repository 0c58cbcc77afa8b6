import { chunksOf } from "./markdown-chunks.ts";
import type { Inline } from "./markdown-inline-state.ts";

/** The region that was read last as a reader sees it: no marks, no link targets, no HTML, no images, one line. */
export function plainText(inline: Inline): string {
  const { text, start, end, pieces } = inline;
  if (pieces.length === 0 && !hasMarks(text, start, end)) return text.slice(start, end);
  let plain = "";
  for (const chunk of chunksOf(inline)) plain += chunk.text;
  if (!plain.includes("\n") && !plain.includes("\r")) return plain.trim();
  const lines = plain.split(/[\n\r]+/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

function hasMarks(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 || code === 38 || code === 42 || code === 95 || code === 126 || code === 10 || code === 13)
      return true;
  }
  return false;
}
