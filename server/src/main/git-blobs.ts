import { decode } from "./decode.ts";
import { git } from "./git.ts";

/** The texts in the order asked for; one call for all of them. */
export async function readBlobs(
  path: string,
  blobs: readonly (string | undefined)[],
  timeout?: number,
): Promise<readonly (string | undefined)[]> {
  const asked = blobs.filter((blob) => blob !== undefined);
  const bytes =
    asked.length === 0 ? undefined : await git(path, ["cat-file", "--batch"], `${asked.join("\n")}\n`, timeout);
  const texts = new Map<string, string>();
  // Each stands behind a line `<blob> blob <bytes>`, with a line end after it.
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const [blob = "", type, size] = bytes.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    texts.set(blob, decode(bytes.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return blobs.map((blob) => (blob === undefined ? undefined : texts.get(blob)));
}
