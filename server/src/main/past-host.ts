import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Phrase, say } from "../base/say.ts";
import { uriOf } from "../base/uri.ts";
import { type Host, isMarkdown, type Past } from "../host.ts";
import type { Revision } from "../protocol.ts";
import { Ignored } from "../workspace/ignored.ts";
import { git } from "./git.ts";
import { readBlobs } from "./git-blobs.ts";
import { nameOf } from "./name-of.ts";
import { readBytes } from "./read-bytes.ts";

/** The files below a folder as git remembers them; a sentence where it does not. */
export async function pastOf(folder: string, revision: Revision): Promise<Past | Phrase> {
  const path = fileURLToPath(`${folder}/`);
  const commit = await commitOf(path, revision);
  if (commit instanceof Phrase) return commit;
  const listed = await git(path, ["ls-tree", "-r", "-z", commit]);
  if (listed === undefined) return say`git cannot list the files of ${commit}.`;
  const blobs = new Map<string, string>();
  for (const [, blob, name] of listed.toString("utf8").matchAll(/100\d+ blob ([0-9a-f]+)\t([^\0]+)\0/g))
    blobs.set(uriOf(folder, name!), blob!);
  const documents = [...blobs].flatMap(([uri, blob]) => (isMarkdown(uri) ? [blob] : []));
  if (await areLeftOut(path, documents))
    return say`This clone of the repository has left out documents of ${commit}. Check it out once, or clone without a filter.`;
  const host: Host = {
    atOnce: 1_000,
    list: async (root, names) => {
      const isText = (uri: string): boolean => {
        return isMarkdown(uri) || ["throughline.yaml", ...names].some((name) => uri.endsWith(`/${name}`));
      };
      const all = [...blobs.keys()];
      const files = all.filter(isText).sort((a, b) => Number(isMarkdown(a)) - Number(isMarkdown(b)));
      const folders = new Set(all.flatMap((uri) => foldersBetween(root, uri)));
      return {
        files,
        others: [...all.filter((uri) => !isText(uri)), ...folders],
        complete: true,
        ignored: new Ignored(root),
      };
    },
    readMany: (uris) =>
      readBlobs(
        path,
        uris.map((uri) => blobs.get(uri)),
      ),
  };
  return { commit, host, stillThere: (uris) => uris.map((uri) => nameIfStill(uri, blobs.get(uri))) };
}

/** A partial clone does not have all that it names, and what is not there would look as if it were new. */
async function areLeftOut(path: string, blobs: readonly string[]): Promise<boolean> {
  const isPartial = (await git(path, ["config", "--get", "extensions.partialClone"])) !== undefined;
  if (!isPartial || blobs.length === 0) return false;
  const known = await git(path, ["cat-file", "--batch-check"], `${blobs.join("\n")}\n`);
  return known === undefined || / missing$/m.test(known.toString("latin1"));
}

/** The disk is read and counted together, which takes a tenth of asking git for all texts and reading them. */
function nameIfStill(uri: string, blob: string | undefined): string | undefined {
  try {
    const bytes = blob === undefined ? undefined : readBytes(fileURLToPath(uri));
    return bytes === undefined || blobOf(bytes, blob!.length) !== blob ? undefined : nameOf(bytes);
  } catch {
    return undefined;
  }
}

/** What git calls a file with these bytes, in so many digits. */
function blobOf(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits > 40 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

async function commitOf(path: string, revision: Revision): Promise<string | Phrase> {
  const said = async (...args: readonly string[]) => (await git(path, args))?.toString("utf8").trim();
  if ((await said("rev-parse", "--is-inside-work-tree")) !== "true")
    return say`There is no git repository here, or no git on this machine: what changed cannot be told.`;
  if (revision.type === "since") {
    const commit = await said("rev-list", "-1", `--before=${revision.day}T00:00:00`, "HEAD", "--");
    if (commit !== undefined && commit !== "") return commit;
    return say`The repository has nothing from before ${revision.day}. Name a later day.`;
  }
  const commits = revision.names.map((name) =>
    said("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`),
  );
  for (const [at, commit] of (await Promise.all(commits)).entries()) {
    if (commit === undefined || commit === "")
      return say`git knows no ${revision.names[at]!}. Name a branch, a tag or a commit.`;
  }
  const [first, second] = (await Promise.all(commits)) as string[];
  if (second === undefined) return first!;
  const base = await said("merge-base", first!, second);
  return base ?? say`${revision.names.join(", ")}: these have nothing in common.`;
}

function foldersBetween(root: string, uri: string): readonly string[] {
  const folders: string[] = [];
  for (let at = uri.lastIndexOf("/"); at > root.length; at = uri.lastIndexOf("/", at - 1))
    folders.push(uri.slice(0, at));
  return folders;
}
