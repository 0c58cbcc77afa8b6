import { createHash } from "node:crypto";
import { memo } from "../base/memo.ts";
import type { ReadingConfig } from "../model/config.ts";

/** A name for all that reading a document depends on in a configuration: two that differ there have different names. */
export const configName = memo(({ schema, people, calendar }: ReadingConfig): string => {
  // The compiler misses here what else reading may come to depend on.
  const parts: ReadingConfig = { schema, people, calendar };
  const seen = new Map<object, number>();
  const plain = JSON.stringify(parts, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    // A kind stands in it under each of its names.
    const earlier = seen.get(value);
    if (earlier !== undefined) return { same: earlier };
    seen.set(value, seen.size);
    return value instanceof Map ? [...value] : value;
  });
  return createHash("sha256").update(plain).digest("base64url").slice(0, 22);
});
