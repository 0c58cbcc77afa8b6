import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { kpis } from "./kpis.ts";
import { list } from "./list.ts";
import { lsp } from "./lsp.ts";
import { newCommand } from "./new.ts";
import { renameCommand } from "./rename.ts";
import { render } from "./render.ts";
import { roadmap } from "./roadmap.ts";
import { rulesCommand } from "./rules.ts";
import { show } from "./show.ts";
import { trace } from "./trace.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  check,
  list,
  show,
  roadmap,
  kpis,
  trace,
  diff,
  render,
  newCommand,
  renameCommand,
  rulesCommand,
  lsp,
];
