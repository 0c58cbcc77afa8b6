import { Phrase } from "../base/say.ts";
import { nameOf } from "../base/uri.ts";
import type { Feature, State } from "../features/feature.ts";
import { changesOf, type Past, portionsOf } from "../host.ts";
import {
  type ChangedItem,
  roadmapDiff as method,
  type Revision,
  type RoadmapDiff,
  type RoadmapDiffParams,
} from "../protocol.ts";
import { changeMarks } from "../roadmap/changes/change-marks.ts";
import { changesMarkdown } from "../roadmap/changes/changes-markdown.ts";
import { projectChanges } from "../roadmap/changes/project-changes.ts";
import { plainMarkdown } from "../roadmap/markdown.ts";
import { Engine } from "../rules/engine.ts";
import type { Change } from "../workspace/change.ts";
import type { Project } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { today } from "./clock.ts";
import { turns } from "./later.ts";
import type { Session } from "./session.ts";

/** A workspace folder as it was; nobody changes it any more. */
interface PastFolder {
  readonly commit: string;
  readonly today: string;
  /** The configuration may lie elsewhere now than when this was read. */
  readonly configFile: string;
  readonly engine: Engine;
}

/** What changed on the roadmap since a moment that a repository remembers. */
export function roadmapDiff(session: Session): Feature {
  const known = new Map<string, PastFolder>();
  return {
    capabilities: () => (session.host.past === undefined ? undefined : {}),
    requests: {
      [method]: async ({ revision, name }: RoadmapDiffParams, state): Promise<RoadmapDiff> => {
        const was = new Map<string, readonly Project[]>();
        let problem: Phrase | undefined;
        for (const root of session.folders.keys()) {
          const past = await pastFolder(root, revision, state.settings(root).configFile, session, known);
          if (past instanceof Phrase) problem ??= past;
          else was.set(root, past.engine.workspace.projects());
        }
        if (problem !== undefined && was.size === 0) return { problem: state.tell(problem), markdown: "", items: [] };
        return compare([...was.values()].flat(), name, state, [...was.keys()]);
      },
    },
  };
}

async function pastFolder(
  root: string,
  revision: Revision,
  configFile: string,
  { host, options, engine: present }: Session,
  known: Map<string, PastFolder>,
): Promise<PastFolder | Phrase> {
  const past = await host.past!(root, revision);
  if (past instanceof Phrase) return past;
  const day = options.today ?? today();
  const before = known.get(root);
  if (before?.commit === past.commit && before.today === day && before.configFile === configFile) return before;
  const engine = new Engine({ today: day, once: true });
  const { files, others, complete } = await past.host.list(root, [nameOf(configFile)], []);
  engine.apply([
    { type: "configFile", root, path: configFile },
    { type: "roots", uris: [root] },
    { type: "others", uris: others, complete },
  ]);
  const pausing = turns(slice);
  for (let waiting: readonly string[] = files; waiting.length > 0; ) {
    const wanted: string[] = [];
    for (const portion of portionsOf(waiting, past.host.atOnce)) {
      const same = unchanged(portion, past, engine.workspace, present.workspace);
      const others = portion.filter((uri) => !same.has(uri));
      for (const change of [...same.values(), ...(await changesOf(others, engine.workspace, past.host))]) {
        wanted.push(...engine.apply([change]).wanted);
        await pausing();
      }
    }
    waiting = wanted;
  }
  const folder = { commit: past.commit, today: day, configFile, engine };
  known.set(root, folder);
  return folder;
}

/** What was read of files that are as they were, by URI: it says the same of both moments, and is not read again. */
function unchanged(
  uris: readonly string[],
  { stillThere }: Past,
  was: Workspace,
  is: Workspace,
): ReadonlyMap<string, Change> {
  const candidates = uris.filter((uri) => is.nameOf(uri) !== undefined && isReadAlike(uri, was, is));
  const names = stillThere(candidates);
  const same = new Map<string, Change>();
  for (const [at, uri] of candidates.entries()) {
    const name = names[at];
    const [then, now] = [was.readBy(uri), is.readBy(uri)];
    const summary = now?.project.summary(now.path);
    const places = now?.project.places(now.path);
    // Between the disk and what was read of it something may have been written.
    if (name === undefined || name !== is.nameOf(uri) || summary === undefined || places === undefined) continue;
    same.set(uri, { type: "read", uri, config: then!.project.config, spec: { summary, places }, name });
  }
  return same;
}

/** Whether a file was read with the configuration that it is read with now. */
function isReadAlike(uri: string, was: Workspace, is: Workspace): boolean {
  const [then, now] = [was.readBy(uri)?.project, is.readBy(uri)?.project];
  if (then === undefined || then.root !== now?.root || then.configUri !== now.configUri) return false;
  return was.configFile(then.configUri)?.document.text === is.configFile(now.configUri)?.document.text;
}

/** Milliseconds of reading before others get a turn. */
const slice = 3;

/** A folder in which nothing is remembered says nothing; where there are several projects, each stands below its name. */
function compare(
  was: readonly Project[],
  name: string,
  { workspace, tell }: State,
  folders: readonly string[],
): RoadmapDiff {
  const isIn = ({ root }: Project): boolean =>
    folders.some((folder) => root === folder || root.startsWith(`${folder}/`));
  const told = projectChanges(was, workspace.projects().filter(isIn));
  const parts = told.map(({ project, changes }) => {
    const text = changesMarkdown(changes, name, tell);
    return told.length === 1 ? text : `## ${plainMarkdown(decodeURIComponent(nameOf(project.root)))}\n\n${text}`;
  });
  const items = told.flatMap(({ project, changes }) =>
    changeMarks(changes).map(({ change, badge, says }): ChangedItem => {
      return { uri: project.uriOf(change.found.file.path), item: change.found.item.key, badge, says: tell(says) };
    }),
  );
  return { markdown: parts.join("\n"), items };
}
