import { reportConfig } from "./report-config.ts";
import type { Rule } from "./rule.ts";

/** A key of the configuration that means nothing. */
export const configUnknownKey: Rule = {
  id: "config-unknown-key",
  title: "A key of throughline.yaml that means nothing",
  group: "project",
  level: "warning",
  fixable: true,
  checkProject({ config }, report) {
    reportConfig("config-unknown-key", config, report);
  },
};
