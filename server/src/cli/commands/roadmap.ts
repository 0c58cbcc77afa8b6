import { groupings } from "../../roadmap/all.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { openProject } from "../open-project.ts";
import { roadmapAsText, roadmapNodes } from "../roadmap-rows.ts";
import { emit, styleFor } from "../style.ts";
import { exitCodes } from "../terminal.ts";

const names = groupings.map(({ id }) => id);

export const roadmap: Command = {
  name: "roadmap",
  takes: "",
  says: "show the roadmap as the sidebar does",
  flags: [
    { name: "by", value: "GROUPING", says: `${names.join(", ")} (${names[0]} when nothing is said)`, choices: names },
    { name: "done", says: "show what is done or dropped, instead of how much of it there is" },
    formatFlag("text", "json"),
  ],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const by = parsed.value("by") ?? names[0]!;
    const nodes = roadmapNodes(opened, by, parsed.has("done"));
    if (parsed.value("format") === "json") {
      emit(JSON.stringify({ version: 1, by, groups: nodes }, undefined, 2), parsed, terminal);
    } else emit(roadmapAsText(nodes, styleFor(parsed, terminal)), parsed, terminal);
    return exitCodes.clean;
  },
};
