import { basename, dirname, stem } from "../base/path.ts";

/** What a document goes by without an id: the file's name without its ending; a `README.md` goes by its folder's name. */
export function stemOf(path: string): string {
  const own = stem(path);
  const folder = basename(dirname(path));
  return /^(readme|index)$/i.test(own) && folder !== "" && folder !== "." ? folder : own;
}
