/**
 * Gives every text inside a fresh value a copy of its own, in place, and returns the value. A piece cut out of a long text
 * keeps the whole of it in memory for as long as the piece lives; after this, only the pieces are kept.
 */
export function detach<Value>(value: Value): Value {
  const texts: string[] = [];
  visit(value, (text) => {
    texts.push(text);
    return text;
  });
  const copies = texts.join(gap).split(gap);
  // A text with the gap in it would shift the others; such files are rare enough to be kept as they are.
  if (copies.length !== texts.length) return value;
  let at = 0;
  visit(value, () => copies[at++]!);
  return value;
}

const gap = "\0";

/** Shorter ones are no pieces of others: engines copy them. */
const shortest = 13;

function visit(value: unknown, change: (text: string) => string): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  if (value instanceof Map) {
    for (const inner of value.values()) visit(inner, change);
    return;
  }
  const record = value as Record<string, unknown>;
  for (const key in record) {
    const inner = record[key];
    if (typeof inner !== "string") visit(inner, change);
    else if (inner.length >= shortest) record[key] = change(inner);
  }
}
