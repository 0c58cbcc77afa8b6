import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { lsp } from "./lsp.ts";
import { rulesCommand } from "./rules.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check, rulesCommand, lsp];
