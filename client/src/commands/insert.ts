import { l10n, Range, SnippetString, Uri, window } from "vscode";
import {
  type InsertAnswer,
  type InsertChoice,
  type InsertChoicesParams,
  type InsertParams,
  insertChoices,
  insert as into,
} from "../../../server/src/write-protocol.ts";
import { choice, choose } from "../choices.ts";
import type { Connection } from "../connection.ts";
import { inform } from "../messages.ts";
import { activePlace } from "../place.ts";

/** Another item, or a link to one, into the document at hand: where it writes such things, with places to fill in. */
export async function insert(connection: Connection): Promise<void> {
  const place = activePlace();
  if (place === undefined) return;
  const uri = place.uri.toString();
  const ask = (params: InsertChoicesParams) => connection.request<readonly InsertChoice[]>(insertChoices, params);
  const choices = await ask({ uri });
  const chosen = choices.length === 0 ? undefined : await chooseWhat(choices);
  if (choices.length > 0 && chosen === undefined) return;
  const [link] = chosen?.isLink === true ? await ask({ uri, what: chosen.what }) : [];
  const value = link && (await chooseLink(link));
  if (chosen?.isLink === true && value === undefined) return;
  const params: InsertParams = { uri, what: chosen?.what ?? "", ...(value === undefined ? {} : { value }) };
  const answer = await connection.request<InsertAnswer>(into, params);
  if ("refusal" in answer) {
    inform(answer.refusal);
    return;
  }
  const { start, end } = answer.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(Uri.parse(answer.uri), { preview: false });
  await editor.insertSnippet(new SnippetString(answer.snippet), range, {
    ...{ undoStopBefore: true, undoStopAfter: true },
    // As it is: a block of YAML has its own idea of indentation.
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection);
}

async function chooseWhat(choices: readonly InsertChoice[]): Promise<InsertChoice | undefined> {
  const items = choices.map((what) =>
    choice({ label: what.isLink === true ? `${what.label}…` : what.label, detail: what.detail }, { what }),
  );
  const picked = await choose(items, {
    title: l10n.t("Insert"),
    placeHolder: l10n.t("What is to be added to this document?"),
    matchOnDetail: true,
  });
  return picked?.what;
}

async function chooseLink({ label, options = [] }: InsertChoice): Promise<string | undefined> {
  const items = options.map(({ value, label, detail }) => choice({ label, description: detail }, { value }));
  const picked = await choose(items, {
    title: label,
    placeHolder: l10n.t("Which one?"),
    matchOnDescription: true,
  });
  return picked?.value;
}
