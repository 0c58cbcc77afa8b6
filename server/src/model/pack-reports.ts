import type { PackWriter } from "../base/packed.ts";
import type { ReportFact, Scalar } from "./summary.ts";

/** Few documents have any. */
export function packReports(reports: readonly ReportFact[], out: PackWriter): void {
  out.number(reports.length);
  for (const { state, entry, words } of reports) {
    out.string(state);
    out.number(entry);
    out.number(words.length);
    for (const { name, value, parts, isOpen } of words) {
      out.boolean(name !== undefined);
      if (name !== undefined) packScalar(name, out);
      packScalar(value, out);
      out.number(parts.length);
      for (const { at, length, entry: part } of parts) {
        out.number(at);
        out.number(length);
        out.number(part);
      }
      out.boolean(isOpen);
    }
  }
}

function packScalar({ text, entry }: Scalar, out: PackWriter): void {
  out.string(text);
  out.number(entry);
}
