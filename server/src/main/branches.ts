import { fileURLToPath } from "node:url";
import { say } from "../base/say.ts";
import { uriOf } from "../base/uri.ts";
import { type Elsewhere, isMarkdown } from "../host.ts";
import { git } from "./git.ts";
import { readBlobs } from "./git-blobs.ts";

/**
 * The Markdown files below a folder that other local branches and remote-tracking branches have and the commit at hand does
 * not, in every version since they parted. What git reads grows with how far branches have moved away, not with how many
 * there are. Undefined without a repository, and where no branch has moved since it had the `known` name.
 */
export async function documentsElsewhere(folder: string, known: string | undefined): Promise<Elsewhere | undefined> {
  const path = fileURLToPath(`${folder}/`);
  const prefix = (await said(path, "rev-parse", "--show-prefix"))?.trim();
  if (prefix === undefined) return undefined;
  const head = (await said(path, "rev-parse", "--verify", "--quiet", "HEAD"))?.trim();
  const name = `${head} ${await said(path, "rev-parse", "--branches", "--remotes")}`;
  if (name === known) return undefined;
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
    return { name, documents: [], note: say`The ids on other branches could not be read in time.` };
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
  return { name, documents, ...(documents.length < files.size ? { note } : {}) };
}

/** The newest come first, and whoever is further behind has had time to be merged. */
const mostCommits = 5_000;
const mostDocuments = 5_000;

/** Milliseconds for each question: somebody waits for an id. */
const budget = 4_000;

async function said(path: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await git(path, args, "", budget))?.toString("utf8");
}
