import { dirname, normalizePath, relativePath } from "../base/path.ts";
import { say } from "../base/say.ts";
import type { Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import type { Rule } from "./rule.ts";

/** A path that exists on one machine only. */
export const machineLocalPath: Rule = {
  id: "machine-local-path",
  title: "A link to a file on one person's machine",
  group: "links",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { form, written, entry } of file.bodyLinks) {
      if (form !== "local") continue;
      const replacement = inProject(written, file, query);
      report({
        entry,
        ...(replacement === undefined ? { fixable: false } : { data: { replacement } }),
        message: say`“${written}” lies on one machine only; nobody else can open it. Put the file beside this document and link to it from here.`,
      });
    }
  },
};

/** The path to the same file where it lies in the project: as much of the end of the path as leads to one. */
function inProject(written: string, { path }: Summary, query: Query): string | undefined {
  const [plain = ""] = written.replace(/^file:\/*/i, "").split(/[#?]/);
  const names = normalizePath(plain.replaceAll("\\", "/")).split("/");
  for (let from = Math.max(1, names.length - deepest); from < names.length; from++) {
    const end = names.slice(from).join("/");
    if (end.includes(".") && query.exists(end) === true) return relativePath(dirname(path), end);
  }
  return undefined;
}

/** Folders of a project that lie in each other. */
const deepest = 8;
