import type { Rule } from "./rule.ts";

/** A part of the configuration that cannot be used; the rest of it applies. */
export const configInvalid: Rule = {
  id: "config-invalid",
  title: "A part of throughline.yaml that cannot be used",
  group: "project",
  level: "error",
  fixable: false,
  checkProject({ config }, report) {
    for (const { rule, message, span } of config?.problems ?? []) if (rule === "config-invalid") report(message, span);
  },
};
