import { rules } from "../../server/src/rules/all.ts";
import { commandTables } from "./commands.ts";
import { configJsonSchema } from "./config-schema.ts";
import { allForms } from "./forms.ts";
import { fill, type Generated, page } from "./generated.ts";
import { commonFieldTable, kindSections, kindTable, statusTable } from "./kinds.ts";
import { withOwnReports } from "./own-reports.ts";
import { performanceSections } from "./performance.ts";
import { ruleTables } from "./rules.ts";
import { serverTypeWords } from "./server-types.ts";
import { settingTable } from "./settings.ts";

export const allGenerated: readonly Generated[] = [
  { path: "docs/throughline.schema.json", text: () => configJsonSchema(rules) },
  page("README.md", { rules: ruleTables }),
  page("docs/format.md", {
    kinds: kindTable,
    statuses: statusTable,
    fields: commonFieldTable,
    "own fields": kindSections,
  }),
  page("docs/command-line.md", { commands: commandTables }),
  page("docs/editors.md", { settings: settingTable }),
  ...["de"].map(catalogue),
  page("docs/performance.md", { results: performanceSections }),
  { path: "docs/product/README.md", text: withOwnReports },
  {
    path: "server/src/protocol.ts",
    text: (current) =>
      fill(current, 'serverTypes: readonly string[] =\n  "', '".split(', serverTypeWords(), "server/src/protocol.ts"),
  },
];

/** What the server says in another language, in the order of the forms; what nobody says any more goes. */
function catalogue(language: string): Generated {
  const text = (current: string) => {
    const known: Readonly<Record<string, string>> = JSON.parse(current === "" ? "{}" : current);
    const said = allForms().flatMap((form) => (Object.hasOwn(known, form) ? [[form, known[form]]] : []));
    return `${JSON.stringify(Object.fromEntries(said), undefined, 2)}\n`;
  };
  return { path: `l10n/server.${language}.json`, text };
}
