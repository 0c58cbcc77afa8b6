import { reportStates } from "./find-reports.ts";
import type { ReportFact } from "./summary.ts";
import { type From, none, readEntry, readScalar } from "./unpack-parts.ts";

/** The reverse of `packReports`. */
export function unpackReports(from: From): readonly ReportFact[] {
  const count = from.reader.count();
  if (count === 0) return none;
  const reports = new Array<ReportFact>(count);
  for (let at = 0; at < count; at++)
    reports[at] = { state: readState(from), entry: readEntry(from), words: readReportWords(from) };
  return reports;
}

function readState({ reader }: From): ReportFact["state"] {
  const written = reader.string();
  return reportStates.find((state) => state === written) ?? "misplaced";
}

function readReportWords(from: From): ReportFact["words"] {
  const { reader } = from;
  const words = new Array<ReportFact["words"][number]>(reader.count());
  for (let at = 0; at < words.length; at++) {
    const name = reader.boolean() ? readScalar(from) : undefined;
    const value = readScalar(from);
    const parts = new Array<ReportFact["words"][number]["parts"][number]>(reader.count());
    for (let part = 0; part < parts.length; part++)
      parts[part] = { at: reader.number(), length: reader.number(), entry: readEntry(from) };
    words[at] = { name, value, parts, isOpen: reader.boolean() };
  }
  return words;
}
