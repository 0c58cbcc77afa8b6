/** Text that somebody wrote, as it stands in Markdown without meaning anything there; icons `$(x)` included. */
export function plainMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|<>~$&:@^=]/g, "\\$&");
}
