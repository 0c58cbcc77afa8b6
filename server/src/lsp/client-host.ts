import { settleLineEnds } from "../base/line-ends.ts";
import { say } from "../base/say.ts";
import { canonicalUri, nameOf, parentUri } from "../base/uri.ts";
import { type Host, isMarkdown, type Listing } from "../host.ts";
import {
  type FilesList,
  type FilesListParams,
  type FilesRead,
  type FilesReadParams,
  filesList,
  filesRead,
} from "../protocol.ts";
import { Ignored } from "../workspace/ignored.ts";

/** Files that a request may ask for, and requests on their way at once. */
const atOnce = 64;
const inFlight = 8;

/** Files that only the client can reach: on the web, or in a place that is no disk. */
export function clientHost(request: <R>(method: string, params: unknown) => Promise<R>): Host {
  const read = async (uris: readonly string[]): Promise<FilesRead> => {
    try {
      return await request<FilesRead>(filesRead, { uris } satisfies FilesReadParams);
    } catch {
      return [];
    }
  };
  const readMany = async (uris: readonly string[]) => {
    const texts: (string | undefined)[] = [];
    let next = 0;
    const take = async (): Promise<void> => {
      for (let from = next; from < uris.length; from = next) {
        next = from + atOnce;
        const portion = uris.slice(from, next);
        const answer = await read(portion);
        for (const [index] of portion.entries()) texts[from + index] = textOf(answer[index] ?? undefined);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, take));
    return texts;
  };
  const list = async (folder: string, names: readonly string[], except: readonly string[]): Promise<Listing> => {
    const ignored = new Ignored(folder);
    let listed: FilesList;
    let uris: readonly string[];
    try {
      listed = await request<FilesList>(filesList, { folder, names } satisfies FilesListParams);
      uris = listed.uris.map(canonicalUri);
    } catch (reason) {
      const note = say`The files of ${nameOf(folder)} could not be listed: ${String(reason)}`;
      return { files: [], others: [], complete: false, ignored, note };
    }
    const rules = uris.filter((uri) => nameOf(uri) === ".gitignore");
    for (const [index, text] of (await readMany(rules)).entries()) ignored.add(parentUri(rules[index]!), text ?? "");
    const isConfiguration = new Set(["throughline.yaml", ...names]);
    const isForeign = (uri: string) => except.some((other) => uri.startsWith(`${other}/`));
    const kept = uris.filter((uri) => !ignored.file(uri) && !isForeign(uri));
    const configurations = kept.filter((uri) => isConfiguration.has(nameOf(uri)));
    const files = [...configurations, ...kept.filter(isMarkdown)];
    const note = say`Only the first ${uris.length} files of ${nameOf(folder)} are read.`;
    return { files, others: [], complete: false, ignored, ...(listed.more === true ? { note } : {}) };
  };
  return { atOnce: atOnce * inFlight, list, readMany };
}

/** The disk for what lies on it, the client for the rest. Where nobody trusts the folders, git is not asked about them. */
export function hostByPlace(disk: Host | undefined, client: Host, isTrusted: boolean): Host {
  if (disk === undefined) return client;
  const hostOf = (uri: string) => (uri.startsWith("file:") ? disk : client);
  return {
    atOnce: disk.atOnce,
    list: (folder, names, except) => hostOf(folder).list(folder, names, except),
    scan: (folder, place) => hostOf(folder).scan?.(folder, place),
    elsewhere: async (folder, known) => (isTrusted ? await hostOf(folder).elsewhere?.(folder, known) : undefined),
    past: async (folder, revision) => {
      if (!isTrusted) return say`git is asked only in a folder that you trust: trust it, and try again.`;
      const past = await hostOf(folder).past?.(folder, revision);
      return past ?? say`${nameOf(folder)} lies in a place that git cannot read.`;
    },
    memo: (folders, place) => (folders.every((uri) => hostOf(uri) === disk) ? disk.memo?.(folders, place) : undefined),
    readMany: async (uris) => {
      if (uris.every((uri) => hostOf(uri) === disk)) return await disk.readMany(uris);
      const texts = await client.readMany(uris.filter((uri) => hostOf(uri) === client));
      const fromDisk = await disk.readMany(uris.filter((uri) => hostOf(uri) === disk));
      const [others, own] = [texts.values(), fromDisk.values()];
      return uris.map((uri) => (hostOf(uri) === disk ? own : others).next().value);
    },
  };
}

function textOf(read: string | undefined): string | undefined {
  return read && settleLineEnds(read.startsWith("\uFEFF") ? read.slice(1) : read);
}
