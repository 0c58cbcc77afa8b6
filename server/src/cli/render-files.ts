import { readDay } from "../base/day.ts";
import type { Document } from "../base/document.ts";
import type { TextEdit } from "../base/span.ts";
import type { Revision } from "../protocol.ts";
import type { PlanChange } from "../roadmap/changes/change.ts";
import { projectChanges } from "../roadmap/changes/project-changes.ts";
import { mayHoldReports, sinceIn, updateReports } from "../roadmap/reports/update-reports.ts";
import type { Project } from "../workspace/project.ts";
import type { Parsed } from "./flags.ts";
import { openAt } from "./open-past.ts";
import type { Opened } from "./open-project.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** A file with reports, and what makes them true. */
export interface RenderedFile {
  readonly document: Document;
  /** Its path as people type it. */
  readonly shown: string;
  readonly reports: number;
  /** One for each report that is not up to date. */
  readonly edits: readonly TextEdit[];
  readonly broken: readonly { readonly at: number; readonly message: string }[];
}

/** The files below the root that hold reports, by path; those that the configuration does not look at too. */
export async function rendered(
  opened: Opened,
  isWanted: (uri: string) => boolean,
  parsed: Parsed,
  terminal: Terminal,
): Promise<readonly RenderedFile[]> {
  const { engine, show } = opened;
  const files = engine.workspace.files().flatMap((uri) => {
    const located = isWanted(uri) ? engine.workspace.locate(uri) : undefined;
    if (located === undefined) return [];
    const read = located.project.summary(located.path);
    return read !== undefined && read.reports.length === 0 ? [] : [{ uri, ...located }];
  });
  const texts = await terminal.host.readMany(files.map(({ uri }) => uri));
  const asked = files.flatMap((file, at) => {
    const text = texts[at];
    return text === undefined || !mayHoldReports(text) ? [] : [{ ...file, document: { uri: file.uri, text } }];
  });
  const changes = await changesFor(asked, opened, parsed, terminal);
  return asked
    .flatMap(({ document, project, path }): RenderedFile[] => {
      const problemsOf = (other: string) => engine.problems(project.uriOf(other));
      const changesSince = (since: string) => changes.get(since)?.get(project.root);
      const reports = updateReports(document.text, { query: project.query, path, problemsOf, changesSince });
      if (reports.length === 0) return [];
      const edits = reports.flatMap(({ edit }) => edit ?? []);
      if (edits.length > 0 && !terminal.holds(document.uri, document.text))
        throw new UsageError(`${show(document.uri)} cannot be read as UTF-8, or changes at this moment.`);
      const broken = reports.flatMap(({ problems }) =>
        problems.map(({ span, message }) => ({ at: span.start, message: String(message) })),
      );
      return [{ document, shown: show(document.uri), reports: reports.length, edits, broken }];
    })
    .sort((a, b) => (a.shown < b.shown ? -1 : 1));
}

type Changes = ReadonlyMap<string, ReadonlyMap<string, readonly PlanChange[]>>;

/** What has changed, by revision and by project, for reports that tell of it. */
async function changesFor(
  files: readonly { readonly project: Project; readonly document: Document }[],
  { engine }: Opened,
  parsed: Parsed,
  terminal: Terminal,
): Promise<Changes> {
  const revisions = new Set<string>();
  for (const { project, document } of files) {
    for (const since of sinceIn(document.text, project.query)) revisions.add(since);
  }
  const changes = new Map<string, ReadonlyMap<string, readonly PlanChange[]>>();
  for (const since of revisions) {
    const from: Revision =
      readDay(since) === undefined ? { type: "name", names: [since] } : { type: "since", day: since };
    const before = await openAt(from, parsed, terminal);
    const told = projectChanges(before.engine.workspace.projects(), engine.workspace.projects());
    changes.set(since, new Map(told.map(({ project, changes: own }) => [project.root, own])));
  }
  return changes;
}
