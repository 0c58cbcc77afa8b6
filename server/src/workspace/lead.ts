import { type Bearer, strongestOf } from "./contributions.ts";

/** What a name leads to, and who claims it as an id. */
export interface Lead {
  /** Undefined where nothing goes by the name but files; without a first where several do, and none with more right. */
  readonly to: { readonly first: Bearer | undefined } | undefined;
  readonly claim: Bearer | undefined;
}

/** As a query resolves a name: an id before a former id, that before the name of a file. */
export function leadOf(bearers: readonly Bearer[]): Lead | undefined {
  if (bearers.length === 0) return undefined;
  const claim = strongestOf(bearers, "id")?.first;
  const only = (as: Bearer["as"]): Lead["to"] => {
    const first = strongestOf(bearers, as)?.first;
    if (first === undefined) return undefined;
    const isOnly = !bearers.some((one) => one !== first && one.as === as && one.strength === first.strength);
    return { first: isOnly ? first : undefined };
  };
  return { to: claim ? { first: claim } : (only("alias") ?? only("stem")), claim };
}

/** Of most names the last letter tells that it is another one, and none need be made of it in lower case. */
export function isSameName(name: string, lower: string): boolean {
  const last = name.charCodeAt(name.length - 1);
  const other = lower.charCodeAt(lower.length - 1);
  if (last < 128 && last !== other && (last | 32) !== other) return false;
  return name === lower || name.toLowerCase() === lower;
}
