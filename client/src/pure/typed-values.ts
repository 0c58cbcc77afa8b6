import { listValues } from "./list-values.ts";

/** Something to tick. */
interface Option {
  readonly value: string | undefined;
  readonly label: string;
  readonly description?: string;
}

/**
 * What somebody means who types into a list of things to tick, and presses Enter: the only one that the words find; where
 * they find none, values of their own.
 */
export function typedValues(typed: string, options: readonly Option[], isFree: boolean): readonly string[] {
  const words = typed.trim().toLowerCase();
  if (words === "") return [];
  const hits = options.filter(({ label, description = "" }) =>
    `${label}\n${description}`.toLowerCase().includes(words),
  );
  if (hits.length === 0) return isFree ? listValues(typed) : [];
  return hits.length === 1 ? hits.flatMap(({ value }) => value ?? []) : [];
}
