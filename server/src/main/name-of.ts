import { createHash } from "node:crypto";

/** A name of a file's bytes, or of those that a text is written with: no others have it. */
export function nameOf(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("base64url");
}
