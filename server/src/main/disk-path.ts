import { fileURLToPath } from "node:url";

/** Undefined where this machine can have no such place: it lies on another one, or its name is none. */
export function diskPath(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}
