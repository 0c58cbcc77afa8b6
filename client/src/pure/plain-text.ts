/**
 * What people wrote, as text where VS Code would make more of it. A message, a question or a state is shown without a link in
 * it: `[Show](command:…)` would run a command when it is clicked.
 */
export function plainMessage(text: string): string {
  return text.replaceAll("](", "] (");
}

/** The same for what is chosen from and for figures above a line, where `$(trash)` would be an icon. */
export function plainLabel(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
