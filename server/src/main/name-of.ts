import { hash } from "node:crypto";

/** A name of a file's bytes, or of those that a text is written with: no others have it. */
export function nameOf(text: string | Uint8Array): string {
  return hash("sha256", text, "base64url");
}
