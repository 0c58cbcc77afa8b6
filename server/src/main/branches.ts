import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "../base/say.ts";
import { uriOf } from "../base/uri.ts";
import { type Elsewhere, isMarkdown } from "../host.ts";
import { git } from "./git.ts";
import { readBlobs } from "./git-blobs.ts";
import { hasRepository, type RefPlaces, refsLook } from "./git-refs.ts";

/**
 * The Markdown files below a folder that other local branches and remote-tracking branches have and the commit at hand does
 * not, in every version since they parted. What git reads grows with how far branches have moved away, not with how many
 * there are, and it is not asked at all while nothing has been written where it keeps them. Undefined without a repository.
 */
export async function documentsElsewhere(
  folder: string,
  known: Elsewhere["state"] | undefined,
): Promise<Elsewhere | undefined> {
  const before = known as BranchState | undefined;
  if (before?.look !== undefined && before.look === refsLook(before.places)) return { state: before };
  const path = fileURLToPath(`${folder}/`);
  const at = hasRepository(path) ? await placesOf(path) : undefined;
  if (at === undefined) return undefined;
  const { prefix } = at;
  const head = (await said(path, "rev-parse", "--verify", "--quiet", "HEAD"))?.trim();
  const name = `${head} ${await said(path, "rev-parse", "--branches", "--remotes")}`;
  const state: BranchState = { ...at, name };
  if (name === before?.name) return { state };
  const range = ["--branches", "--remotes", ...(head === undefined ? [] : ["--not", head])];
  const listed = await said(
    path,
    "rev-list",
    "--objects",
    "--missing=allow-any",
    `--max-count=${mostCommits}`,
    ...range,
    "--",
  );
  if (listed === undefined)
    return { state, documents: [], note: say`The ids on other branches could not be read in time.` };
  const files = new Map<string, string>();
  for (const [, blob, file] of listed.matchAll(/^([0-9a-f]{40,64}) (.+)$/gm))
    if (isMarkdown(file!) && file!.startsWith(prefix)) files.set(blob!, uriOf(folder, file!.slice(prefix.length)));
  const blobs = [...files.keys()].slice(0, mostDocuments);
  const texts = await readBlobs(path, blobs, budget);
  const documents = blobs.flatMap((blob, at) => {
    const text = texts[at];
    return text === undefined ? [] : [{ uri: files.get(blob)!, text }];
  });
  const note = say`Of the ${String(files.size)} documents on other branches, ${String(documents.length)} were read.`;
  return { state, documents, ...(documents.length < files.size ? { note } : {}) };
}

/** What is kept of a look at the branches. */
interface BranchState {
  readonly places: RefPlaces;
  /** Where the folder lies in the repository. */
  readonly prefix: string;
  /** From before git was asked for the name, see `refsLook`: what moves in between is seen the next time. */
  readonly look: string | undefined;
  /** What the branches name, all as one. */
  readonly name: string;
}

async function placesOf(path: string): Promise<Omit<BranchState, "name"> | undefined> {
  const lines = (await said(path, "rev-parse", "--show-prefix", "--git-dir", "--git-common-dir"))?.split("\n");
  if (lines === undefined) return undefined;
  const [prefix = "", own = "", common = ""] = lines;
  const places = { own: resolve(path, own), common: resolve(path, common) };
  return { places, prefix, look: refsLook(places) };
}

/** The newest come first, and whoever is further behind has had time to be merged. */
const mostCommits = 5_000;
const mostDocuments = 5_000;

/** Milliseconds for each question: somebody waits for an id. */
const budget = 4_000;

async function said(path: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await git(path, args, "", budget))?.toString("utf8");
}
