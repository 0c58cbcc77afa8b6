import { slug } from "github-slugger";
import { isAlphanumeric } from "./markdown-chars.ts";

/**
 * Makes the anchors of one document's headings, in order, as GitHub does: a heading whose anchor is taken gets a number.
 *
 *     const anchor = newSlugger();
 *     anchor("Success metrics"); // success-metrics
 *     anchor("Success metrics"); // success-metrics-1
 */
export function newSlugger(): (heading: string) => string {
  const taken = new Map<string, number>();
  return (heading) => {
    const wanted = slugOf(heading);
    let anchor = wanted;
    let count = taken.get(wanted);
    while (taken.has(anchor)) {
      count = (count ?? 0) + 1;
      anchor = `${wanted}-${count}`;
    }
    if (count !== undefined) taken.set(wanted, count);
    taken.set(anchor, 0);
    return anchor;
  };
}

/** The anchor of a heading that no other heading of the document shares. */
export function slugOf(heading: string): string {
  if (isWords(heading)) return heading.toLowerCase().replaceAll(" ", "-");
  let result = "";
  for (let at = 0; at < heading.length; at++) {
    const code = heading.charCodeAt(at);
    if (code > 127) return slug(heading);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95) result += heading[at];
    else if (code >= 65 && code <= 90) result += String.fromCharCode(code + 32);
    else if (code === 32) result += "-";
  }
  return result;
}

/** Plain letters, digits, blanks, hyphens and underscores, as in most headings: all of it stays. */
function isWords(heading: string): boolean {
  for (let at = 0; at < heading.length; at++) {
    const code = heading.charCodeAt(at);
    if (!isAlphanumeric(code) && code !== 32 && code !== 45 && code !== 95) return false;
  }
  return true;
}
