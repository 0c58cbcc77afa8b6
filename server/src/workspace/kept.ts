import type { Summary } from "../model/summary.ts";
import type { Query } from "./query.ts";

/**
 * Finds something out about a file once for all who ask with one query: a query stands for one moment, and they ask about
 * the file that is checked, one rule after the other.
 */
export function perFile<T>(find: (file: Summary, query: Query) => T): (file: Summary, query: Query) => T {
  return (file, query) => {
    const known = query.kept.get(find);
    if (known?.file === file) return known.value as T;
    const value = find(file, query);
    query.kept.set(find, { file, value });
    return value;
  };
}
