import { statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/**
 * Where a program lies; undefined where there is none. Only folders that `PATH` names in full count: a system that looks
 * itself begins on Windows with the folder that the program is to work in, and everywhere takes `.` for it, so that a
 * repository could bring a program of that name along.
 */
export function programOnPath(name: string, { env, platform } = process): string | undefined {
  const file = platform === "win32" ? `${name}.exe` : name;
  for (const said of (env.PATH ?? "").split(delimiter)) {
    const folder = said.replace(/^"(.*)"$/, "$1");
    const path = join(folder, file);
    if (isAbsolute(folder) && statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  }
  return undefined;
}
