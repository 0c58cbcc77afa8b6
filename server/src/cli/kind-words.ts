/** Names and synonyms of kinds, lower case. */
export type KindNames = ReadonlyMap<string, { readonly name: string }>;

/** The kind that somebody means: `goal`, `goals`, `objective`. */
export function kindMeant(word: string, names: KindNames): string | undefined {
  const lower = word.toLowerCase();
  return (
    names.get(lower) ?? names.get(lower.replace(/ies$/, "y").replace(/(che)?s$/, (end) => (end === "ches" ? "ch" : "")))
  )?.name;
}
