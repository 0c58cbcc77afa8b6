import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of the sample product by path. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const paths = readdirSync("examples", { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const texts = paths.filter((path) => /\.(md|yaml)$/.test(path)).sort();
  // The configuration first: documents are read by it.
  texts.sort((a, b) => Number(b.endsWith(".yaml")) - Number(a.endsWith(".yaml")));
  return new Map(texts.map((path) => [path, readFileSync(join("examples", path), "utf8")]));
}
