import { commands, Disposable, type ExtensionContext, type LogOutputChannel, l10n, Position, Uri } from "vscode";
import type { RevealArgument, SetFieldArgument } from "../../server/src/protocol.ts";
import { changePrefix } from "./commands/change-prefix.ts";
import { chooseMoment } from "./commands/changes-since.ts";
import { chooseFilter } from "./commands/filter.ts";
import { chooseGrouping } from "./commands/group.ts";
import { insert } from "./commands/insert.ts";
import { newDocument } from "./commands/new-document.ts";
import { openConfiguration } from "./commands/open-configuration.ts";
import { openSample } from "./commands/open-sample.ts";
import { renameKeeping } from "./commands/rename-keeping.ts";
import { copyId, copyLink, findReferences, openLink, openToSide, placesOf } from "./commands/rows.ts";
import { setField } from "./commands/set-field.ts";
import { suggestWhileTyping } from "./commands/suggest-while-typing.ts";
import { trackDocument } from "./commands/track-document.ts";
import { reveal } from "./commands/tree.ts";
import type { Connection } from "./connection.ts";
import { complain } from "./messages.ts";
import type { RoadmapPanel } from "./panels/roadmap-panel.ts";
import { activePlace, type Place } from "./place.ts";
import type { RowNode } from "./pure/row-tree.ts";
import type { Roadmap } from "./views/roadmap.ts";
import type { RoadmapChanges } from "./views/roadmap-changes.ts";
import type { TextDocuments } from "./views/text-documents.ts";
import type { ThisDocument } from "./views/this-document.ts";
import { rowTarget } from "./views/tree-item.ts";

/** What commands work with. */
export interface Parts {
  readonly context: ExtensionContext;
  readonly connection: Connection;
  readonly roadmap: Roadmap;
  readonly document: ThisDocument;
  readonly changes: RoadmapChanges;
  readonly panel: RoadmapPanel;
  readonly texts: TextDocuments;
  readonly log: LogOutputChannel;
}

/**
 * The menus of a tree hand over a row, and all that are selected where it is one of them; a key binding may hand over
 * arguments, the palette nothing. `rows` are the rows that are meant.
 */
type Command = (parts: Parts, argument: unknown, rows: readonly RowNode[]) => unknown;

const table: Readonly<Record<string, Command>> = {
  "throughline.new": ({ connection }, argument) => newDocument(connection, { template: templateOf(argument) }),
  "throughline.newHere": ({ connection }, argument) =>
    newDocument(connection, { folder: argument instanceof Uri ? argument : undefined }),
  "throughline.insert": ({ connection }) => insert(connection),
  "throughline.trackDocument": ({ connection, roadmap }) => trackDocument(connection, roadmap),
  "throughline.openSample": ({ context }) => openSample(context),
  "throughline.openConfiguration": ({ connection }) => openConfiguration(connection),
  "throughline.setField": ({ connection }, argument, rows) =>
    setField(connection, rows.length > 0 ? rows : (placeOf(argument) ?? activePlace()), fieldOf(argument)),
  "throughline.renameKeeping": ({ connection }) => renameKeeping(connection, activePlace()),
  "throughline.changePrefix": ({ connection }) => changePrefix(connection),
  "throughline.reveal": ({ roadmap }, argument, [row]) => reveal(roadmap, row ? rowPlace(row) : placeOf(argument)),

  "throughline.groupBy": ({ connection, roadmap }) => chooseGrouping(connection, roadmap),
  "throughline.filter": ({ connection, roadmap }) => chooseFilter(connection, roadmap),
  "throughline.clearFilter": ({ roadmap }) => roadmap.setLook({ filter: "" }),
  "throughline.showDone": ({ roadmap }) => roadmap.setLook({ showDone: true }),
  "throughline.hideDone": ({ roadmap }) => roadmap.setLook({ showDone: false }),
  "throughline.openRoadmap": ({ panel }) => panel.open(),
  "throughline.changesSince": ({ connection, changes }) => chooseMoment(connection, changes),
  "throughline.hideChanges": ({ changes }) => changes.clear(),
  "throughline.refresh": ({ roadmap }) => roadmap.refresh(),

  "throughline.openToSide": (_, _argument, rows) => openToSide(rows),
  "throughline.openLink": ({ connection }, _argument, rows) => openLink(connection, rows),
  "throughline.findReferences": (_, _argument, [row]) => findReferences(row),
  "throughline.showInRoadmap": ({ panel }, _argument, rows) => panel.open(placesOf(rows)[0]),
  "throughline.copyId": (_, _argument, rows) => copyId(rows),
  "throughline.copyLink": (_, _argument, rows) => copyLink(rows),

  "throughline.showLog": ({ log }) => log.show(true),
  "throughline.showServerStatus": ({ texts }) => texts.showServerStatus(),
  "throughline.showSyntaxTree": ({ texts }) => {
    const place = activePlace();
    return place && texts.showSyntaxTree(place.uri);
  },
  "throughline.suggestWhileTyping": () => suggestWhileTyping(),
  "throughline.restartServer": ({ connection }) => connection.restart(),
};

export function registerCommands(parts: Parts): Disposable {
  return Disposable.from(
    ...Object.entries(table).map(([id, command]) =>
      commands.registerCommand(id, async (argument?: unknown, all?: unknown) => {
        try {
          return await command(parts, argument, await rowsOf(parts, argument, all));
        } catch (reason) {
          await explain(parts.log, id, reason);
          return undefined;
        }
      }),
    ),
  );
}

/** Only a person who asked for something hears that it failed. */
async function explain(log: LogOutputChannel, id: string, reason: unknown): Promise<void> {
  const message = reason instanceof Error ? reason.message : String(reason);
  log.error(`${id}: ${(reason instanceof Error ? reason.stack : undefined) ?? message}`);
  const showLog = l10n.t("Show Log");
  if ((await complain(message, showLog)) === showLog) log.show(true);
}

/** The row that was clicked, with all that are selected where it is one of them; else those that a key is meant for. */
async function rowsOf(parts: Parts, argument: unknown, all: unknown): Promise<readonly RowNode[]> {
  const row = rowOf(argument);
  const view = selectedIn(argument);
  if (row === undefined) return view === undefined ? [] : await parts[view].focused();
  const selected: readonly unknown[] = Array.isArray(all) ? all : [];
  return selected.includes(row) ? selected.flatMap((one) => rowOf(one) ?? []) : [row];
}

function rowOf(argument: unknown): RowNode | undefined {
  return isObject(argument) && "row" in argument && "serial" in argument ? (argument as unknown as RowNode) : undefined;
}

/** Figures above a line say which item they are about. */
function placeOf(argument: unknown): Place | undefined {
  if (!isObject(argument) || !("uri" in argument) || !("position" in argument)) return undefined;
  const { uri, position } = argument as unknown as RevealArgument;
  return { uri: Uri.parse(uri), position: new Position(position.line, position.character) };
}

function rowPlace({ row }: RowNode): Place | undefined {
  const target = rowTarget(row);
  return target && { uri: target.uri, position: target.selection.start };
}

/** A quick fix says which field is missing. */
function fieldOf(argument: unknown): string | undefined {
  const { field } = (isObject(argument) ? argument : {}) as Partial<SetFieldArgument>;
  return typeof field === "string" ? field : undefined;
}

/** Buttons may say what is to be made. */
function templateOf(argument: unknown): string | undefined {
  return isObject(argument) && typeof argument.template === "string" ? argument.template : undefined;
}

/** Keys pressed in a tree hand over no row; `args` in package.json says in which of them. */
function selectedIn(argument: unknown): "roadmap" | "document" | undefined {
  const view = isObject(argument) ? argument.selected : undefined;
  return view === "roadmap" || view === "document" ? view : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
