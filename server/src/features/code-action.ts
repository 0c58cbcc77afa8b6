import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Diagnostic,
  Position,
  Range,
} from "vscode-languageserver";
import { documentOffset } from "../base/document.ts";
import { say } from "../base/say.ts";
import type { Problem } from "../rules/problem.ts";
import { abilitiesOf } from "./abilities.ts";
import type { Feature, State } from "./feature.ts";
import { planWorkspaceEdit } from "./file-edits.ts";
import { fixes } from "./fixes/all.ts";
import type { FixAction } from "./fixes/fix.ts";
import { allSafe, offersFor, type Surroundings } from "./fixes/offers.ts";
import { countAhead } from "./fixes/tally.ts";
import { refactors } from "./refactors/all.ts";
import type { RefactorContext } from "./refactors/refactor.ts";
import { twinOf } from "./twin-key.ts";

/** Quick fixes for the problems at a place; the best one of each problem is preferred. */
export const codeAction: Feature = {
  capabilities: (client) => ({
    codeActionProvider: { codeActionKinds: [...kinds], ...(isLazy(client) ? { resolveProvider: true } : {}) },
  }),
  requests: {
    "textDocument/codeAction": (params: CodeActionParams, state) => actionsAt(params, state),
    "codeAction/resolve": (action: CodeAction, state) => resolved(action, state),
  },
  // What is missing is filled in with what others write most.
  ahead: {
    *"textDocument/codeAction"({ textDocument: { uri }, range }: CodeActionParams, state) {
      const project = state.workspace.locate(uri)?.project;
      const isCounting = (problem: Problem): boolean =>
        touches(problem.range, range) && fixes.some((fix) => fix.counts === true && fix.mends(problem));
      if (project !== undefined && state.engine.problems(uri).some(isCounting)) yield* countAhead(project);
    },
  },
  reads: (params: CodeActionParams | CodeAction, state) => {
    if ("title" in params) return dataOf(params)?.reads ?? [];
    const refactor = refactorContext(params, state);
    const first = refactor === undefined ? [] : wantedRefactors(params).flatMap(({ reads }) => reads?.(refactor) ?? []);
    // Who cannot ask again gets everything at once.
    if (isLazy(state.client)) return first;
    return [...first, ...offersAt(params, state).flatMap(({ action: { reads = [] } }) => reads)];
  },
};

const safeTitle = say`Fix what can be fixed safely`;
const fixAll = "source.fixAll.throughline";
const kinds = ["quickfix", "refactor.extract", "refactor.inline", "refactor.rewrite", fixAll] as const;

/** What somebody can choose at a place. */
interface Offer {
  readonly action: FixAction;
  readonly kind: string;
  readonly problem?: Problem;
  readonly isFirst?: boolean;
}

/** What is needed to work out an edit later; it comes back as it went. */
interface Wanted {
  readonly uri: string;
  readonly range: Range;
  readonly kind: string;
  readonly rule?: string;
  /** Where the problem begins: several of one rule may be mended by words alike. */
  readonly start?: Position;
  readonly reads?: readonly string[];
}

function actionsAt(params: CodeActionParams, state: State): readonly CodeAction[] {
  const { textDocument, range, context } = params;
  const around = surroundings(textDocument.uri, state);
  if (around === undefined) return [];
  return offersAt(params, state).flatMap(({ action, kind, problem, isFirst }): CodeAction[] => {
    const { edit, command, reads, disabled } = action;
    const title = state.tell(action.title);
    const diagnostics = problem && context.diagnostics.filter((shown) => isShownAs(problem, shown, around));
    const shown: CodeAction = {
      title,
      kind,
      ...(isFirst && action.isOption !== true ? { isPreferred: true } : {}),
      ...(diagnostics === undefined || diagnostics.length === 0 ? {} : { diagnostics }),
    };
    if (disabled !== undefined)
      return hasReasons(state.client) ? [{ ...shown, disabled: { reason: state.tell(disabled) } }] : [];
    if (command !== undefined) return [{ ...shown, command: { title, ...command, arguments: [...command.arguments] } }];
    if (isLazy(state.client)) {
      const data: Wanted = {
        uri: textDocument.uri,
        range,
        kind,
        rule: problem?.rule,
        start: problem?.range.start,
        reads,
      };
      return [{ ...shown, data }];
    }
    const change = edit?.();
    return change === undefined ? [] : [{ ...shown, edit: planWorkspaceEdit(around.document, change, around.project) }];
  });
}

/** The action with its edit; without one where the text has changed so that it cannot be made any more. */
function resolved(action: CodeAction, state: State): CodeAction {
  const wanted = dataOf(action);
  const around = wanted && surroundings(wanted.uri, state);
  if (wanted === undefined || around === undefined) return action;
  const { uri, range, kind, rule, start } = wanted;
  const asked = { textDocument: { uri }, range, context: { diagnostics: [], only: [kind] } };
  const isWantedOne = ({ problem }: Offer): boolean =>
    problem?.rule === rule &&
    problem?.range.start.line === start?.line &&
    problem?.range.start.character === start?.character;
  const offers = offersAt(asked, state).filter(isWantedOne);
  const titled = (change: (title: string) => string) =>
    offers.find((one) => change(state.tell(one.action.title)) === change(action.title));
  // The next free id in it may be another one since it is known what is taken on other branches.
  const offer = titled((title) => title) ?? titled((title) => title.replace(/\d+/g, "0"));
  const change = offer?.action.edit?.();
  return change === undefined
    ? action
    : { ...action, edit: planWorkspaceEdit(around.document, change, around.project) };
}

function offersAt({ textDocument, range, context }: CodeActionParams, state: State): readonly Offer[] {
  const around = surroundings(textDocument.uri, state);
  if (around === undefined) return [];
  const { only } = context;
  const all = state.engine.problems(textDocument.uri);
  const offers: Offer[] = [];
  const general = new Set<string>();
  if (isWanted("quickfix", only))
    for (const problem of all)
      if (touches(problem.range, range) || isTwinAt(problem, range, around))
        for (const [at, action] of offersFor(problem, all, around).entries()) {
          if (action.general !== undefined) {
            if (general.has(action.general)) continue;
            general.add(action.general);
          }
          offers.push({ action, kind: "quickfix", problem, isFirst: at === 0 });
        }
  // However many problems stand at one place: what mends them comes first.
  offers.sort((a, b) => Number(a.action.general !== undefined) - Number(b.action.general !== undefined));
  const refactor = refactorContext({ textDocument, range, context }, state);
  if (refactor !== undefined)
    for (const { kind, offers: at } of wantedRefactors({ context }))
      for (const action of at(refactor)) offers.push({ action, kind });
  // What changes a whole document is for those who ask for it.
  const edit = only !== undefined && isWanted(fixAll, only) ? allSafe(all, around) : undefined;
  if (edit !== undefined) offers.push({ action: { title: safeTitle, edit }, kind: fixAll });
  return offers;
}

/** While a cursor only passes by, no file is read and no bulb lights up for what must be looked for. */
function wantedRefactors({ context }: Pick<CodeActionParams, "context">) {
  const isShort = isPassing({ context });
  return refactors.filter(({ kind, isLoud }) => isWanted(kind, context.only) && (isLoud === true || !isShort));
}

function isPassing({ context }: Pick<CodeActionParams, "context">): boolean {
  return context.triggerKind === 2;
}

function refactorContext({ textDocument, range }: CodeActionParams, state: State): RefactorContext | undefined {
  const around = surroundings(textDocument.uri, state);
  if (around === undefined) return undefined;
  const problemsOf = (path: string) => state.engine.marks(around.project, path);
  return { ...around, at: documentOffset(around.document, range.start), problemsOf };
}

function surroundings(uri: string, state: State): Surroundings | undefined {
  const document = state.document(uri);
  const located = state.workspace.locate(uri);
  if (document === undefined || located === undefined) return undefined;
  return {
    document,
    ...located,
    can: abilitiesOf(state.client, state.options),
    text: (other) => state.document(other),
    // Nobody looks at other branches before a new id is really given.
    elsewhere: { [Symbol.iterator]: () => state.takenSoFar(located.project)[Symbol.iterator]() },
  };
}

/** A kind is wanted when it, or one that it belongs to, is asked for: `source` wants `source.fixAll.throughline`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
}

/** Whether edits can wait until somebody chooses. */
function isLazy({ textDocument }: ClientCapabilities): boolean {
  const client = textDocument?.codeAction;
  return client?.dataSupport === true && client.resolveSupport?.properties.includes("edit") === true;
}

/** Whether it can say why something cannot be done. */
function hasReasons({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.disabledSupport === true;
}

function dataOf({ data }: CodeAction): Wanted | undefined {
  return typeof data === "object" && data !== null ? (data as Wanted) : undefined;
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isShownAs(problem: Problem, { code, range }: Diagnostic, around: Surroundings): boolean {
  if (code !== problem.rule) return false;
  const { line, character } = problem.range.start;
  return (range.start.line === line && range.start.character === character) || isTwinAt(problem, range, around);
}

/** Of a field that is given twice, both names may carry the finding. */
function isTwinAt(problem: Problem, range: Range, { document, project, path }: Surroundings): boolean {
  const kind = project.config.schema.kinds.get(project.summary(path)?.items[0]?.kind ?? "");
  const twin = twinOf(document, problem, kind);
  return twin !== undefined && touches(twin, range);
}
