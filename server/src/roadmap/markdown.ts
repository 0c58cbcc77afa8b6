/**
 * Text that somebody wrote, as it stands in one line of Markdown without meaning anything there, icons such as `$(x)`
 * included.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<&~]|\$(?=\()/g, "\\$&")
    .replace(/^(?:[#>+=-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
