import { commands, type Disposable } from "vscode";
import type { Connection } from "../connection.ts";

/**
 * What the walkthrough goes by: that Throughline is at work here, as it is not offered before, and that somebody has mended
 * something, which is when there are fewer findings than there were.
 */
export function watchFirstSteps(connection: Connection): Disposable {
  void commands.executeCommand("setContext", "throughline.active", true);
  let before: number | undefined;
  const listening = connection.onState((state) => {
    if (state?.state !== "ready") {
      before = undefined;
      return;
    }
    const findings = state.errors + state.warnings;
    if (before !== undefined && findings < before) {
      void commands.executeCommand("setContext", "throughline.mended", true);
      listening.dispose();
    }
    before = findings;
  });
  return listening;
}
