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

/**
 * What somebody means who types and presses Enter in a list to choose from. `active` is what stands out in the list: it may
 * be a moment behind the fingers, as the list is filled from afar.
 */
export function typedValue(
  typed: string,
  active: Option | undefined,
  options: readonly Option[],
  isFree: boolean,
): Option | undefined {
  const words = typed.trim().toLowerCase();
  if (words === "") return active;
  const first = (test: (label: string) => boolean) => options.find(({ label }) => test(label.toLowerCase()));
  return (
    first((label) => label === words) ??
    active ??
    first((label) => label.startsWith(words)) ??
    first((label) => label.includes(words)) ??
    (isFree ? { value: typed.trim(), label: typed.trim() } : undefined)
  );
}
