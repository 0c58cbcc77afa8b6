/** Other letters for the same: `feat-12` stays in small letters when FEAT-12 becomes FEAT-20. */
export function spelledLike(written: string, from: string, to: string): string {
  if (written === from) return to;
  if (written === from.toLowerCase()) return to.toLowerCase();
  return written === from.toUpperCase() ? to.toUpperCase() : to;
}

/**
 * Where a name stands as a word of its own in a text that people read: `FEAT-12` in `FEAT-12: Pay`, not in `FEAT-123`.
 */
export function wordsIn(text: string, name: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isJoined(text[at - 1]) && !isJoined(text[at + name.length])) found.push(at);
  }
  return found;
}

function isJoined(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}_/-]/u.test(char);
}
