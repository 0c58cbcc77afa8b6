import type { TextEdit } from "../base/span.ts";
import { configBody } from "../model/config-body.ts";
import { readYaml } from "../syntax/yaml.ts";
import { insertField, setField } from "../syntax/yaml-edit.ts";
import { writeField } from "../syntax/yaml-write.ts";

/** A view as `throughline.yaml` writes it; what is not said is left out. */
export type WrittenView = Readonly<Record<string, string>>;

/**
 * Writes a view into a configuration under its name, in the place of the one that has it. Undefined where something else
 * than views stands under `views`, or where the text is no configuration.
 */
export function saveView(text: string, name: string, view: WrittenView): readonly TextEdit[] | undefined {
  const body = configBody(text);
  const { root } = readYaml(text, body);
  if (root === undefined || (root.type === "scalar" && root.text === "")) {
    const isLineStart = body.end === 0 || text[body.end - 1] === "\n";
    const newText = `${isLineStart ? "" : "\n"}${newViews(name, view)}`;
    return [{ span: { start: body.end, end: body.end }, newText }];
  }
  if (root.type !== "map") return undefined;
  const views = root.entries.find(({ key }) => key.text === "views")?.value;
  if (views?.type === "map") {
    const isThere = views.entries.some(({ key }) => key.text === name);
    return isThere ? setField(text, views, name, view) : insertField(text, views, name, view);
  }
  const isNothing = views === undefined || (views.type === "scalar" && views.text === "");
  return isNothing ? setField(text, root, "views", { [name]: view }) : undefined;
}

/** A configuration that says nothing but this. */
export function newViews(name: string, view: WrittenView): string {
  return `${writeField("views", { [name]: view }, { indent: 0, newline: "\n" })}\n`;
}
