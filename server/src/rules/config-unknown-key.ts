import type { Rule } from "./rule.ts";

/** A key of the configuration that means nothing. */
export const configUnknownKey: Rule = {
  id: "config-unknown-key",
  title: "A key of throughline.yaml that means nothing",
  group: "project",
  level: "warning",
  fixable: false,
  checkProject({ config }, report) {
    for (const { rule, message, span } of config?.problems ?? [])
      if (rule === "config-unknown-key") report(message, span);
  },
};
