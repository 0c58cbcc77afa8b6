import type { Rule } from "./rule.ts";

/** A check that finds nothing to look at must not be green. */
export const noSpecs: Rule = {
  id: "no-specs",
  title: "No document to look at",
  group: "project",
  level: "error",
  fixable: false,
  checkProject({ query, paths }, report) {
    if (query.items().length > 0) return;
    const read =
      paths.length === 1
        ? "one Markdown file was found, and it is no document"
        : `${paths.length} Markdown files were found, and none is a document`;
    report({
      message: `There is nothing to check: ${read} that Throughline tracks. Add a line such as “type: prd” at the top of one, or name your files under “kinds” in throughline.yaml.`,
    });
  },
};
