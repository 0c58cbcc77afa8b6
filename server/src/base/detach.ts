/**
 * Gives every text inside a fresh value a copy of its own, in place, and returns the value. A piece cut out of a long text
 * keeps the whole of it in memory for as long as the piece lives; after this, only the pieces are kept.
 */
export function detach<Value>(value: Value): Value {
  const found: Found = { texts: [], holders: [], keys: [] };
  visit(value, found);
  const { texts, holders, keys } = found;
  const copies = texts.join(gap).split(gap);
  // A text with the gap in it would shift the others; such files are rare enough to be kept as they are.
  if (copies.length !== texts.length) return value;
  for (let at = 0; at < copies.length; at++) holders[at]![keys[at]!] = copies[at]!;
  return value;
}

const gap = "\0";

/** Shorter ones are no pieces of others: engines copy them. */
const shortest = 13;

/** Long texts, and where each of them stands. */
interface Found {
  readonly texts: string[];
  readonly holders: Record<string | number, unknown>[];
  readonly keys: (string | number)[];
}

function visit(value: unknown, found: Found): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  if (Array.isArray(value)) for (let at = 0; at < value.length; at++) look(value as never, at, value[at], found);
  else if (value instanceof Map) for (const inner of value.values()) visit(inner, found);
  else {
    const record = value as Record<string, unknown>;
    for (const key in record) look(record, key, record[key], found);
  }
}

function look(holder: Found["holders"][number], key: string | number, inner: unknown, found: Found): void {
  if (typeof inner === "object") visit(inner, found);
  else if (typeof inner === "string" && inner.length >= shortest) {
    found.texts.push(inner);
    found.holders.push(holder);
    found.keys.push(key);
  }
}
