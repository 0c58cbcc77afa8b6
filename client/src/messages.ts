import { window } from "vscode";
import { plainMessage } from "./pure/plain-text.ts";

/** Says something that nothing needs to be done about, whatever a document has put into it. */
export function inform(words: string): void {
  void window.showInformationMessage(plainMessage(words));
}

export function warn(words: string): void {
  void window.showWarningMessage(plainMessage(words));
}

/** Says what has failed; answers with the button that was chosen. */
export async function complain<Button extends string>(
  words: string,
  ...buttons: Button[]
): Promise<Button | undefined> {
  return await window.showErrorMessage(plainMessage(words), ...buttons);
}
