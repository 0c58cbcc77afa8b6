import { window } from "vscode";
import { plainLabel, plainMessage } from "./pure/plain-text.ts";

/** Says something that nothing needs to be done about, whatever a document has put into it. */
export function inform(words: string): void {
  void window.showInformationMessage(plainMessage(words));
}

export function warn(words: string): void {
  void window.showWarningMessage(plainMessage(words));
}

/** Says in the status bar, for a moment, why nothing happens. */
export function hint(words: string): void {
  window.setStatusBarMessage(plainLabel(words), 4_000);
}

/** The same of what was tried with the mouse, and why it cannot be. */
export function refuse(words: string): void {
  window.setStatusBarMessage(`$(circle-slash) ${plainLabel(words)}`, 8_000);
}

/** Says what has failed; answers with the button that was chosen. */
export async function complain<Button extends string>(
  words: string,
  ...buttons: Button[]
): Promise<Button | undefined> {
  return await window.showErrorMessage(plainMessage(words), ...buttons);
}
