import fc from "fast-check";
import { readConfig } from "../server/src/model/config-read.ts";
import { patch, specText } from "./random-specs.ts";

/** Kinds of a team's own. */
export const { config: own } = readConfig(
  `
kinds:
  prd: { match: ["**/*.md"], id: { file: "{slug}.md", format: "DOC-{slug}" } }
  rfc: { extends: feature, fields: { see-also: { type: link, to: [rfc] }, of: { type: link, to: [goal], inverse: kpis } } }
  requirement: { prefix: [M, S] }
`,
  [],
);

/** Plans, plans with pieces put in or cut off, and no plans at all. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: specText },
  {
    weight: 5,
    arbitrary: fc
      .tuple(specText, fc.array(fc.tuple(fc.nat(500), fc.nat(40), patch), { minLength: 1, maxLength: 4 }))
      .map(([text, patches]) =>
        patches.reduce((all, [at, length, piece]) => all.slice(0, at) + piece + all.slice(at + length), text),
      ),
  },
  { weight: 1, arbitrary: specText.map((text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            "---\n",
            "type: prd\n",
            "\n",
            "|",
            "- ",
            "  ",
            "[[",
            "]]",
            "`",
            "**",
            ": ",
            "FR-1",
            "#",
            "### FEAT-1: ",
            "é",
          ],
          ...[
            "\t",
            "{",
            "}",
            "[",
            "]",
            '"',
            "'",
            "<!--",
            "-->",
            "\r\n",
            "|---|\n",
            "KPI",
            "target",
            "x",
            "😀",
            "@",
            "&",
            "*",
          ],
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }).map((text) => `---\ntype: prd\n${text}`) },
);
