import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";

/** A Markdown link or picture in the body that leads to no file. */
export const brokenLink: Rule = {
  id: "broken-link",
  title: "A link in the text to a file that is not there",
  group: "links",
  level: "warning",
  fixable: false,
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
      report({ entry, message });
    }
  },
};

/** `www.example.com/a`, `github.com/a/b`. */
const isBareAddress = /^(?:www\.|[a-z0-9-]+\.(?:com|org|net|io|dev)(?:\/|$))/i;

/** `{{page}}`, `<path>` and the like are filled in later. */
function isTemplate(written: string): boolean {
  return /[{}<>$]|%7B/i.test(written);
}
