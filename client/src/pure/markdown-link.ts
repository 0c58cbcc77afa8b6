/**
 * A link as it works in every document of the folder and on GitHub: from the root, with what Markdown would misread
 * encoded.
 *
 *     markdownLink("Pay [fast]", "specs/one tap.md")  →  [Pay \[fast\]](/specs/one%20tap.md)
 */
export function markdownLink(title: string, path: string): string {
  const text = title.replace(/[\\[\]]/g, "\\$&");
  const target = path
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29")))
    .join("/");
  return `[${text}](/${target})`;
}
