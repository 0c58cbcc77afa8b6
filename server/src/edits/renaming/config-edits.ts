import type { TextEdit } from "../../base/span.ts";
import { configBody } from "../../model/config-body.ts";
import { innerSpan } from "../../model/inner-span.ts";
import { canonicalName } from "../../model/schema.ts";
import { readYaml } from "../../syntax/yaml.ts";
import type { YamlNode, YamlScalar } from "../../syntax/yaml-tree.ts";
import type { Renaming } from "./renaming.ts";

/**
 * What a `throughline.yaml` says about ids: the values that a team's own rules and kinds ask for, and where a whole prefix
 * changes, the prefix of its kind and what ids are made of.
 */
export function configEdits(text: string, { names, prefix }: Renaming): readonly TextEdit[] {
  const { root } = readYaml(text, configBody(text), "config-invalid");
  const ids = new Map<string, string>();
  for (const { found, from, to } of names.values()) if (found.item.base !== "requirement") ids.set(from, to);
  const edits: TextEdit[] = [];
  const replace = (scalar: YamlScalar, fresh: string | undefined): void => {
    if (fresh === undefined || fresh === scalar.text) return;
    const span = innerSpan(scalar);
    if (text.slice(span.start, span.end) === scalar.text) edits.push({ span, newText: fresh });
  };
  for (const kind of valuesOf(at(root, "kinds"))) {
    for (const scalar of scalarsIn(at(kind, "when"))) replace(scalar, ids.get(scalar.text));
    if (prefix === undefined) continue;
    for (const scalar of scalarsIn(at(kind, "prefix")))
      replace(scalar, scalar.text === prefix.from ? prefix.to : undefined);
    for (const name of ["file", "format"])
      for (const scalar of scalarsIn(at(at(kind, "id"), name))) replace(scalar, withPrefix(scalar.text, prefix));
  }
  for (const rule of valuesOf(at(root, "rules"))) {
    for (const name of ["when", "require"])
      for (const scalar of scalarsIn(at(rule, name))) replace(scalar, ids.get(scalar.text));
  }
  return edits;
}

/** Whether a configuration gives a kind this prefix itself. */
export function namesPrefix(text: string, prefix: string): boolean {
  const { root } = readYaml(text, configBody(text), "config-invalid");
  return valuesOf(at(root, "kinds")).some((kind) =>
    scalarsIn(at(kind, "prefix")).some((scalar) => scalar.text === prefix),
  );
}

/** `task-{n}.md`, `TASK-{n}`: in the letters in which it stands. */
function withPrefix(
  template: string,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  for (const [old, fresh] of [
    [from, to],
    [from.toLowerCase(), to.toLowerCase()],
  ] as const) {
    const name = template.lastIndexOf("/") + 1;
    if (template.startsWith(`${old}-`, name))
      return template.slice(0, name) + fresh + template.slice(name + old.length);
  }
  return undefined;
}

function at(node: YamlNode | undefined, name: string): YamlNode | undefined {
  if (node?.type !== "map") return undefined;
  return node.entries.find(({ key }) => canonicalName(key.text.trim()) === name)?.value;
}

function valuesOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.type === "map" ? node.entries.flatMap(({ value }) => value ?? []) : [];
}

/** Each once: what stands at several places by a `*name` is written at one. */
function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  const seen = new Set<YamlNode>();
  const open = node === undefined ? [] : [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.type === "list") open.push(...next.items);
    if (next.type === "map") for (const { value } of next.entries) if (value !== undefined) open.push(value);
  }
  return [...seen].filter((one) => one.type === "scalar");
}
