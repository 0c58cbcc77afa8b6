/**
 * Text that somebody wrote, as it stands in one line of Markdown without meaning anything there, icons such as `$(x)`
 * included.
 */
export function plainMarkdown(text: string): string {
  return inlineMarkdown(text).replace(/^(?:[#>+=-]|\d+(?=[.)]))/, (mark) =>
    /\d/.test(mark) ? `${mark}\\` : `\\${mark}`,
  );
}

/** The same where it does not begin a line. */
export function inlineMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<&~]|\$(?=\()/g, "\\$&");
}

/** A link to the web, whatever its words and its address hold. */
export function markdownLink(words: string, url: string): string {
  const address = url.replace(
    /[\\()<>\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${plainMarkdown(words)}](${address})`;
}
