import type { FieldValue } from "../model/summary.ts";

/** The values of a field that says something, as written. */
export function writtenValues(written: FieldValue | undefined): readonly string[] {
  if (written?.state !== "given") return [];
  return (written.links.length > 0 ? written.links : written.values).map(({ text }) => text.trim());
}
