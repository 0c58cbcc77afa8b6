import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { list } from "./list.ts";
import { lsp } from "./lsp.ts";
import { newCommand } from "./new.ts";
import { renameCommand } from "./rename.ts";
import { roadmap } from "./roadmap.ts";
import { rulesCommand } from "./rules.ts";
import { show } from "./show.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  check,
  list,
  show,
  roadmap,
  diff,
  newCommand,
  renameCommand,
  rulesCommand,
  lsp,
];
