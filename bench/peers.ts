import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder } from "../test/host/install.mjs";

const manifests = ["package.json", "package-lock.json"].map((name) => ({
  name,
  path: fileURLToPath(new URL(name, import.meta.url)),
}));

/**
 * The folder with the other tools in its `node_modules`, in a cache outside the checkout. Installed when first asked for;
 * the folder gets its name at the very end, so that an interrupted installation is never taken for a finished one.
 */
export async function installPeers(say: (line: string) => void): Promise<string> {
  const hash = createHash("sha256");
  for (const { path } of manifests) hash.update(readFileSync(path));
  const final = join(cacheFolder, `bench-${hash.digest("hex").slice(0, 12)}`);
  if (existsSync(final)) return final;
  say(`Installing the tools to compare with into ${final} (once) …`);
  mkdirSync(cacheFolder, { recursive: true });
  const draft = mkdtempSync(join(cacheFolder, ".draft-"));
  try {
    for (const { name, path } of manifests) copyFileSync(path, join(draft, name));
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    // Not `npm ci`: it insists on binaries for other machines, which a lock written on one machine does not list.
    await promisify(execFile)("npm", ["install", ...flags], { cwd: draft });
    try {
      renameSync(draft, final);
    } catch (reason) {
      // Somebody else was quicker.
      if (!existsSync(final)) throw reason;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return final;
}
