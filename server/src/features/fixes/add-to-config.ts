import type { Document } from "../../base/document.ts";
import { say, type Words } from "../../base/say.ts";
import type { TextEdit } from "../../base/span.ts";
import { configBody } from "../../model/config-body.ts";
import { readYaml } from "../../syntax/yaml.ts";
import { insertField, setField } from "../../syntax/yaml-edit.ts";
import { appendItem } from "../../syntax/yaml-edit-list.ts";
import type { YamlMap } from "../../syntax/yaml-tree.ts";
import { type Fix, spanOf } from "./fix.ts";

/** What the team knows and `throughline.yaml` does not say yet: a person, a word for a status. */
export const addToConfig: Fix = {
  mends: ({ rule }) => rule === "unknown-person" || rule === "unknown-status",
  actions(context) {
    const { problem, project, document, text } = context;
    if (!project.config.present) return [];
    const { start, end } = spanOf(context);
    const word = document.text.slice(start, end).trim();
    if (word === "" || /[\n"'{}[\]:#]/.test(word)) return [];
    const isPerson = problem.rule === "unknown-person";
    const edit = () => {
      const config = text(project.configUri);
      const map = config && rootOf(config);
      if (config === undefined || map === undefined) return undefined;
      const edits = isPerson ? withPerson(config.text, map, word) : withStatus(config.text, map, word);
      return edits.length === 0
        ? undefined
        : { edits: [], files: [{ type: "change" as const, document: config, edits }] };
    };
    const title: Words = isPerson ? say`Add “${word}” to your people` : say`Let “${word}” mean active`;
    return [{ title, edit, isOption: true, reads: [project.configUri] }];
  },
};

function rootOf({ text }: Document): YamlMap | undefined {
  const { root } = readYaml(text, configBody(text));
  return root?.type === "map" ? root : undefined;
}

function withPerson(text: string, map: YamlMap, person: string): readonly TextEdit[] {
  const value = map.entries.find(({ key }) => key.text === "people")?.value;
  return value?.type === "map" ? [] : appendItem(text, map, "people", person);
}

function withStatus(text: string, map: YamlMap, status: string): readonly TextEdit[] {
  const value = map.entries.find(({ key }) => key.text === "status")?.value;
  if (value?.type === "map") return insertField(text, value, status, "active");
  return value === undefined ? setField(text, map, "status", { [status]: "active" }) : [];
}
