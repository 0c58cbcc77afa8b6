import { say } from "../base/say.ts";
import type { Rule } from "./rule.ts";

/** A path that exists on one machine only. */
export const machineLocalPath: Rule = {
  id: "machine-local-path",
  title: "A link to a file on one person's machine",
  group: "links",
  level: "warning",
  fixable: false,
  check(file, _query, report) {
    for (const { form, written, entry } of file.bodyLinks) {
      if (form !== "local") continue;
      report({
        entry,
        message: say`“${written}” lies on one machine only; nobody else can open it. Put the file beside this document and link to it from here.`,
      });
    }
  },
};
