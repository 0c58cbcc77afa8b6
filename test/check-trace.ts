import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from "vscode-languageserver";
import { ask, shownPlace } from "./check-places.ts";
import { featureState } from "./feature-state.ts";
import { checkText, dedent } from "./fixture.ts";

/** The item at the cursor, then who needs it (`<`) and what it needs (`>`): title, what is beside it, where the link is written. */
export function checkTrace(source: string, expected: string): void {
  const asked = featureState(source);
  const { state } = asked;
  const lines: string[] = [];
  for (const item of ask<readonly CallHierarchyItem[] | null>("textDocument/prepareCallHierarchy", asked) ?? []) {
    lines.push(`${item.name} (${item.detail}) ${shownPlace(state, item.uri, item.selectionRange)}`);
    const incoming = ask<readonly CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", asked, { item });
    for (const { from, fromRanges } of incoming) {
      const places = fromRanges.map((range) => shownPlace(state, from.uri, range));
      lines.push(`< ${from.name} (${from.detail}) ${places.join(", ")}`);
    }
    const outgoing = ask<readonly CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", asked, { item });
    for (const { to, fromRanges } of outgoing) {
      const places = fromRanges.map((range) => shownPlace(state, item.uri, range));
      lines.push(`> ${to.name} (${to.detail}) ${places.join(", ")}`);
    }
  }
  checkText(lines.map((line) => `${line}\n`).join(""), dedent(expected));
}
