import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { type Language, say, tell } from "../base/say.ts";
import type { Progress } from "./files.ts";

/** Shows how far reading the files is, where the client has a place for it; nothing waits for that place. */
export function scanProgress(
  connection: Connection,
  { window }: ClientCapabilities,
  language: Language,
): { readonly report: Progress; readonly done: () => void } {
  if (window?.workDoneProgress !== true) return { report: () => {}, done: () => {} };
  let last = 0;
  const shown = connection.window.createWorkDoneProgress().then(
    (place) => {
      place.begin("Throughline", 0, tell(say`Looking for documents`, language));
      return place;
    },
    () => undefined,
  );
  const report: Progress = (folder, done, all) => {
    const percentage = all === 0 ? 100 : Math.floor((100 * done) / all);
    if (percentage === last) return;
    last = percentage;
    void shown.then((place) => place?.report(percentage, tell(say`${folder}: ${done} of ${all} documents`, language)));
  };
  return { report, done: () => void shown.then((place) => place?.done()) };
}
