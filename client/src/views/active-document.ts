import { commands, Disposable, window } from "vscode";
import { type IsTrackedParams, isTracked } from "../../../server/src/write-protocol.ts";
import type { Connection } from "../connection.ts";
import { activePlace } from "../place.ts";

/** So that a quick walk through tabs asks once. */
const ASK_AFTER_MS = 100;

/**
 * Tells menus and the palette what the document at hand is: `tracked`, `untracked`, or nothing where that is not known yet.
 * Where no server runs there is nothing tracked, and none is started for asking.
 */
export function watchActiveDocument(connection: Connection): Disposable {
  let told: string | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function tell(what: string | undefined): void {
    if (what === told) return;
    told = what;
    void commands.executeCommand("setContext", "throughline.document", what);
  }

  async function look(): Promise<void> {
    const uri = activePlace()?.uri.toString();
    const { state } = connection;
    if (uri === undefined || state?.state === "starting" || state?.state === "scanning") return tell(undefined);
    if (state === undefined || state.state === "failed") return tell("untracked");
    const params: IsTrackedParams = { uri };
    const answer = await connection.request<boolean>(isTracked, params);
    if (activePlace()?.uri.toString() === uri) tell(answer ? "tracked" : "untracked");
  }

  function lookSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look().catch(() => tell(undefined)), ASK_AFTER_MS);
  }

  const listening = [
    window.onDidChangeActiveTextEditor(lookSoon),
    window.tabGroups.onDidChangeTabs(lookSoon),
    connection.onState(lookSoon),
    connection.onRoadmap(lookSoon),
    new Disposable(() => clearTimeout(waiting)),
  ];
  lookSoon();
  return Disposable.from(...listening);
}
