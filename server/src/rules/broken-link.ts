import { dirname, relativePath } from "../base/path.ts";
import { say } from "../base/say.ts";
import type { Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import { named } from "./meant.ts";
import type { Rule } from "./rule.ts";

/** A Markdown link or picture in the body that leads to no file. */
export const brokenLink: Rule = {
  id: "broken-link",
  title: "A link in the text to a file that is not there",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { paths, form, written, entry } of file.bodyLinks) {
      if (form === "local" || paths.length === 0) continue;
      // Where not every file is known, nothing is said to be missing.
      if (paths.some((path) => query.exists(path) !== false) || isTemplate(written)) continue;
      const advice = isBareAddress.test(written)
        ? say`Write “https://” in front of it if it is an address.`
        : say`Correct the path, or take the link out.`;
      const message =
        form === "image"
          ? say`There is no picture at “${written}”. ${advice}`
          : say`There is no file at “${written}”. ${advice}`;
      const replacement = isBareAddress.test(written) ? `https://${written}` : movedTo(written, file, query);
      report({ entry, message, ...(replacement === undefined ? { fixable: false } : { data: { replacement } }) });
    }
  },
};

/** `www.example.com/a`, `github.com/a/b`. */
const isBareAddress = /^(?:www\.|[a-z0-9-]+\.(?:com|org|net|io|dev)(?:\/|$))/i;

/** The path to the one document that has the name of a file which lies elsewhere now, with the heading that was meant. */
function movedTo(written: string, { path }: Summary, query: Query): string | undefined {
  const plain = written.replace(/[#?].*$/s, "");
  if (!/\.(?:md|markdown)$/i.test(plain)) return undefined;
  const found = named(plain, [], query);
  if (found === undefined || found.item.site !== "document" || found.file.path === path) return undefined;
  const there = written.startsWith("/") ? `/${found.file.path}` : relativePath(dirname(path), found.file.path);
  return /\s/.test(there) ? undefined : there + written.slice(plain.length);
}

/** `{{page}}`, `<path>` and the like are filled in later. */
function isTemplate(written: string): boolean {
  return /[{}<>$]|%7B/i.test(written);
}
