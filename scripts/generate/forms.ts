import { readdirSync, readFileSync } from "node:fs";
import { configFile } from "../../server/src/model/config-schema.ts";
import { textsOf } from "../../server/src/model/config-shape.ts";
import { kindForms } from "../../server/src/model/kind-words.ts";
import { timeForms } from "../../server/src/model/show-timeframe.ts";
import { rules } from "../../server/src/rules/all.ts";

/** Every sentence that the server can say, as languages know it: those in the sources, and those of the tables. */
export function allForms(): readonly string[] {
  const folder = new URL("../../server/src/", import.meta.url);
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => formsIn(readFileSync(new URL(path, folder), "utf8")));
  const titles = rules.map(({ title }) => title);
  const all = new Set([...written, ...titles, ...kindForms, ...timeForms, ...textsOf(configFile)]);
  // What holds no word is the same everywhere.
  return [...all].filter((form) => /\p{L}/u.test(form.replace(/\{\d\}/g, ""))).sort();
}

/** The forms of `` say`…` ``, and of `plural(…, "…", "…")` and `counted(…, "…", "…")`, in a text of ours. */
export function formsIn(source: string): readonly string[] {
  const code = source.replace(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, "");
  const said = [...code.matchAll(/\bsay`/g)].map(({ index }) => templateAt(code, index + "say`".length));
  const parted = said.find((form) => form.includes("|"));
  if (parted !== undefined) throw new Error(`What goes by a number is written with plural(…): ${parted}`);
  const counted = [...code.matchAll(/\b(?:plural|counted)\(/g)].flatMap(({ index, 0: call }) => {
    const [one, other] = textsAfterFirst(code, index + call.length);
    return one === undefined || other === undefined ? [] : [`${one}|${other}`];
  });
  return [...said, ...counted];
}

/** The form of a template whose first character stands at `start`. */
function templateAt(code: string, start: number): string {
  let form = "";
  let values = 0;
  for (let at = start; at < code.length && code[at] !== "`"; at++) {
    if (code.startsWith("${", at)) {
      form += `{${values++}}`;
      at = endOf(code, at + 2);
      // Of our signs only quotes are escaped in templates.
    } else form += code[at] === "\\" ? code[++at] : code[at];
  }
  return form;
}

/** Where the bracket closes that opened before `start`; texts and templates in between may hold any signs. */
function endOf(code: string, start: number): number {
  let open = 1;
  for (let at = start; at < code.length; at++) {
    const char = code[at]!;
    if (char === '"' || char === "`") at = endOfText(code, at);
    else if ("({[".includes(char)) open++;
    else if (")}]".includes(char) && --open === 0) return at;
  }
  return code.length;
}

function endOfText(code: string, start: number): number {
  const quote = code[start];
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === "\\") at++;
    else if (quote === "`" && code.startsWith("${", at)) at = endOf(code, at + 2);
    else if (code[at] === quote) return at;
  }
  return code.length;
}

/** The texts that are the second and the third argument of a call. */
function textsAfterFirst(code: string, start: number): readonly string[] {
  const inside = code.slice(start, endOf(code, start));
  let open = 0;
  for (let at = 0; at < inside.length; at++) {
    const char = inside[at]!;
    if (char === '"' || char === "`") at = endOfText(inside, at);
    else if ("({[".includes(char)) open++;
    else if (")}]".includes(char)) open--;
    else if (char === "," && open === 0)
      return [...inside.slice(at).matchAll(/^,\s*("(?:[^"\\]|\\.)*"),\s*("(?:[^"\\]|\\.)*")/g)].flatMap(
        ([, one, other]) => [JSON.parse(one!), JSON.parse(other!)],
      );
  }
  return [];
}
