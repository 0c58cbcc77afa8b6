import { memo } from "../base/memo.ts";

interface Named {
  readonly id: string | undefined;
}

/** Requirements are numbered within their document: `FR-007` is followed by `FR-008`. */
export function nextLocalId(items: readonly Named[], prefix: string): string {
  const known = nextIds(items);
  const next = known.get(prefix) ?? behindAll(items, prefix);
  known.set(prefix, next);
  return next;
}

/** By prefix. Thousands of items may each ask for one. */
const nextIds = memo((_: readonly Named[]) => new Map<string, string>());

function behindAll(items: readonly Named[], prefix: string): string {
  const digits = items.flatMap(({ id }) => {
    const written = id?.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : "";
    return /^\d{1,9}$/.test(written) ? [written] : [];
  });
  let width = 1;
  let highest = 0;
  for (const written of digits) {
    highest = Math.max(highest, Number(written));
    if (written.startsWith("0")) width = Math.max(width, written.length);
  }
  return `${prefix}-${String(highest + 1).padStart(width, "0")}`;
}
