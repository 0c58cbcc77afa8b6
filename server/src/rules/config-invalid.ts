import { reportConfig } from "./report-config.ts";
import type { Rule } from "./rule.ts";

/** A part of the configuration that cannot be used; the rest of it applies. */
export const configInvalid: Rule = {
  id: "config-invalid",
  title: "A part of throughline.yaml that cannot be used",
  group: "project",
  level: "error",
  fixable: true,
  checkProject({ config }, report) {
    reportConfig("config-invalid", config, report);
  },
};
