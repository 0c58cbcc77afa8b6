import { Phrase, say, tell } from "../base/say.ts";
import type { Revision } from "../protocol.ts";
import type { Parsed } from "./flags.ts";
import { type Opened, openProject, rootOf } from "./open-project.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** The project as git remembers it. Throws a UsageError where it does not. */
export async function openAt(revision: Revision, parsed: Parsed, terminal: Terminal): Promise<Opened> {
  const past =
    (await terminal.host.past?.(rootOf(parsed, terminal), revision)) ?? say`Nobody remembers how it was here.`;
  if (past instanceof Phrase) throw new UsageError(tell(past));
  return openProject(parsed, terminal, past.host);
}
