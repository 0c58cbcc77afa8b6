import { stem } from "../base/path.ts";
import { say } from "../base/say.ts";
import { matchTemplate } from "../base/template.ts";
import type { Rule } from "./rule.ts";

/** A file name that promises another id than the document has. */
export const idFileMismatch: Rule = {
  id: "id-file-mismatch",
  title: "A file name that says another id",
  group: "identity",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    const item = file.items.find(({ site }) => site === "document");
    const kind = item === undefined ? undefined : query.config.schema.kinds.get(item.kind);
    if (item?.id === undefined || kind === undefined) return;
    const promised =
      kind.idForm?.file === undefined ? leadingId(stem(file.path)) : templated(kind.idForm.file, file.path);
    if (promised === undefined || !kind.prefixes.some((prefix) => promised.startsWith(`${prefix}-`))) return;
    if (
      number(promised) === number(item.id) &&
      promised.split("-")[0]?.toUpperCase() === item.id.split("-")[0]?.toUpperCase()
    )
      return;
    report({
      item,
      entry: item.entry,
      data: { promised },
      message: say`The file is called ${file.path.slice(file.path.lastIndexOf("/") + 1)}, and its id is ${item.id}. Rename one of them, so that people find it.`,
    });

    function templated(template: string, path: string): string | undefined {
      const depth = template.split("/").length;
      const n = matchTemplate(template, path.split("/").slice(-depth).join("/"))?.n;
      return n === undefined ? undefined : `${kind!.prefixes[0]}-${n}`;
    }
  },
};

/** `prd-7-wallet` begins with `PRD-7`. */
function leadingId(name: string): string | undefined {
  return /^[a-z][a-z0-9]*-\d+(?:\.\d+)*(?=$|[^a-z0-9])/i.exec(name)?.[0].toUpperCase();
}

/** Numbers are compared as numbers: `0012` is 12. */
function number(id: string): number {
  return Number(id.slice(id.lastIndexOf("-") + 1));
}
