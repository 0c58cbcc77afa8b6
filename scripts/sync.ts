/** Writes every file that follows from the sources: `npm run sync`. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allGenerated } from "./generate/all.ts";

for (const { path, text } of allGenerated) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  const wanted = text(current);
  if (wanted !== current) writeFileSync(file, wanted);
  console.log(`${wanted === current ? "unchanged" : "written  "}  ${path}`);
}
