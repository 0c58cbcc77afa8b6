/** The smallest text found for which `fails` still holds, by leaving out ever smaller pieces. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let small = text;
  for (let size = Math.max(1, small.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1) {
    for (let at = 0; at < small.length; ) {
      const candidate = small.slice(0, at) + small.slice(at + size);
      if (fails(candidate)) small = candidate;
      else at += size;
    }
  }
  return small;
}
