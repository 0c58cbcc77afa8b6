import { groupWords, sortWords } from "../../model/view-words.ts";
import type { Command } from "../command.ts";
import { fieldsFlag, formatFlag } from "../command.ts";
import { askedOf } from "../exports/exported.ts";
import { roadmapFormats } from "../exports/roadmap-formats.ts";
import { sayIfEmpty } from "../items.ts";
import { openProject } from "../open-project.ts";
import { pageFields } from "../roadmap-page.ts";
import { emit } from "../style.ts";
import { exitCodes } from "../terminal.ts";
import { viewOf } from "../view.ts";
import { whereFlag } from "../where.ts";

export const roadmap: Command = {
  name: "roadmap",
  takes: "",
  says: "show the roadmap as the sidebar does, or write it for others",
  flags: [
    {
      name: "by",
      value: "GROUPING",
      says: `${groupWords.join(", ")}, or any field of your documents (${groupWords[0]} when nothing is said)`,
    },
    {
      name: "sort",
      value: "ORDER",
      says: `${sortWords.join(", ")} (${sortWords[0]} when nothing is said)`,
      choices: sortWords,
    },
    { name: "view", value: "NAME", says: "a view of throughline.yaml; other flags go before it" },
    { name: "done", says: "show what is done or dropped, instead of how much of it there is" },
    whereFlag,
    {
      ...fieldsFlag,
      says: `${fieldsFlag.says}; for html and svg what is shown besides: ${pageFields.join(", ")}, or all`,
    },
    formatFlag(...roadmapFormats.map(({ name }) => name)),
  ],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const view = viewOf(parsed, opened);
    const name = parsed.value("format");
    const format = roadmapFormats.find((one) => one.name === name) ?? roadmapFormats[0]!;
    // A program wants an empty list, a person a word.
    if (format.name === "json" || !sayIfEmpty(opened, terminal))
      emit(format.write({ ...askedOf(opened, parsed, terminal), view }), parsed, terminal);
    return exitCodes.clean;
  },
};
