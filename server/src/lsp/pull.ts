import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { nothing, type Report } from "./findings.ts";
import { turns } from "./later.ts";

export interface PullOptions {
  readonly report: (uri: string) => Report;
  /** Every file that may have something to report. */
  readonly reportable: () => readonly string[];
  readonly version: (uri: string) => number | undefined;
  /** How often anything has changed that reports rest on, apart from those of open documents, which may also differ with time. */
  readonly changes: () => number;
  /** Resolves when the first scan is over. */
  readonly scanned: () => Promise<void>;
  /** Asks the client to pull again; undefined when it cannot. */
  readonly refresh: (() => void) | undefined;
  /** Sends a part of the answer ahead of it. */
  readonly stream: (token: string | number, items: readonly WorkspaceDocumentDiagnosticReport[]) => void;
}

/**
 * Diagnostics for clients that ask. The question about the whole workspace is held open until there is something new to
 * tell; with a partial result token it stays open and is told every time.
 */
export class Pull {
  readonly #options: PullOptions;
  /** Ids of the last answers about single documents. */
  readonly #answered = new Map<string, string>();
  /** Files that were closed while no question was open. */
  readonly #owed = new Set<string>();
  #asked: Asked | undefined;
  #held: Held | undefined;
  #isStale = false;

  constructor(options: PullOptions) {
    this.#options = options;
  }

  async document({
    textDocument: { uri },
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    // Before the first scan is over links look dead that are not; a client that cannot be called back waits for the truth.
    if (this.#options.refresh === undefined) await this.#options.scanned();
    const { id, diagnostics } = this.#options.report(uri);
    if (this.#options.version(uri) !== undefined) this.#answered.set(uri, id);
    return id === previousResultId
      ? { kind: "unchanged", resultId: id }
      : { kind: "full", resultId: id, items: [...diagnostics] };
  }

  async workspace(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    this.#release();
    await this.#options.scanned();
    const sent = new Map<string, string>();
    for (const { uri, value } of params.previousResultIds) if (value !== nothing.id) sent.set(uri, value);
    for (const uri of this.#owed) sent.set(uri, unknown);
    const stream = params.partialResultToken;
    const pausing = turns(slice);
    const left = new Set([...this.#options.reportable(), ...sent.keys()]);
    const asked: Asked = { sent, left, items: [], since: this.#options.changes() };
    const { items } = asked;
    this.#asked = asked;
    // To list fifty thousand takes as long as others have to wait, and so may the first of them.
    await pausing();
    // A set is walked to its end, with what is added on the way.
    for (const uri of left) {
      left.delete(uri);
      const item = this.#news(uri, sent);
      if (item !== undefined) items.push(item);
      // As they are found: all at once would be in the way of every other answer.
      if (stream !== undefined && items.length >= portion) this.#options.stream(stream, items.splice(0));
      const pause = pausing();
      if (pause === undefined) continue;
      await pause;
      if (token.isCancellationRequested) break;
    }
    if (this.#asked === asked) this.#asked = undefined;
    if (token.isCancellationRequested) return { items: [] };
    this.#owed.clear();
    if (items.length > 0) {
      if (stream === undefined) return { items };
      this.#options.stream(stream, items);
    }
    return await new Promise((resolve) => {
      const held: Held = { sent, stream, answer: (news) => resolve({ items: [...news] }) };
      this.#release();
      this.#held = held;
      token.onCancellationRequested(() => {
        if (this.#held === held) this.#release();
        else resolve({ items: [] });
      });
    });
  }

  /** These files were looked at again; none marks the end of a round. */
  settled(uris: readonly string[]): void {
    if (uris.length === 0) {
      if (this.#isStale) this.#options.refresh?.();
      this.#isStale = false;
      return;
    }
    for (const uri of uris) {
      const before = this.#answered.get(uri);
      if (before === undefined || this.#options.refresh === undefined) continue;
      const { id } = this.#options.report(uri);
      if (id === before) continue;
      this.#answered.set(uri, id);
      this.#isStale = true;
    }
    this.#tell(uris);
  }

  /** The client may still show what was true of the unsaved text: it is told again, whatever it was told before. */
  closed(uri: string): void {
    this.#answered.delete(uri);
    (this.#held ?? this.#asked)?.sent.set(uri, unknown);
    if (this.#held !== undefined) return;
    this.#owed.add(uri);
    this.#asked?.left.add(uri);
  }

  /** Answers what is held open, as the server ends or the client asks anew. */
  dispose(): void {
    this.#release();
  }

  #tell(uris: readonly string[]): void {
    const [held, asked] = [this.#held, this.#asked];
    const sent = (held ?? asked)?.sent;
    if (sent === undefined) return;
    const again = held !== undefined || asked === undefined ? uris : uris.filter((uri) => this.#mayDiffer(uri, asked));
    const items = again.map((uri) => this.#news(uri, sent)).filter((item) => item !== undefined);
    if (items.length === 0) return;
    if (held === undefined) asked?.items.push(...items);
    else if (held.stream !== undefined) this.#options.stream(held.stream, items);
    else {
      this.#held = undefined;
      held.answer(items);
    }
  }

  /** Whether a file that was looked at again may be told otherwise than for a question before. What is left to be looked at will be. */
  #mayDiffer(uri: string, { left, since }: Asked): boolean {
    if (left.has(uri)) return false;
    return since !== this.#options.changes() || this.#options.version(uri) !== undefined;
  }

  /** The report of a file, unless the client has that one, or has nothing and there is nothing. */
  #news(uri: string, sent: Map<string, string>): WorkspaceDocumentDiagnosticReport | undefined {
    const { id, diagnostics } = this.#options.report(uri);
    const before = sent.get(uri);
    if (before === id || (before === undefined && diagnostics.length === 0)) return undefined;
    // Of a file that is gone, or in which all is well, nothing need be remembered once that was told.
    if (diagnostics.length === 0) sent.delete(uri);
    else sent.set(uri, id);
    return { kind: "full", uri, version: this.#options.version(uri) ?? null, resultId: id, items: [...diagnostics] };
  }

  #release(): void {
    this.#held?.answer([]);
    this.#held = undefined;
  }
}

/** A question that is being answered. */
interface Asked {
  /** What the client has, by file; none that are said to be well. */
  readonly sent: Map<string, string>;
  /** The files to look at. */
  readonly left: Set<string>;
  /** What is to be told. */
  readonly items: WorkspaceDocumentDiagnosticReport[];
  /** How often anything had changed when the question came. */
  readonly since: number;
}

/** One that has been answered as far as there was something to say. */
interface Held {
  /** What the client has, by file; none that are said to be well. */
  readonly sent: Map<string, string>;
  readonly stream: string | number | undefined;
  readonly answer: (items: readonly WorkspaceDocumentDiagnosticReport[]) => void;
}

/** An id that no report has. */
const unknown = "";

/** Milliseconds of work before others get a turn, and reports sent at once. */
const slice = 3;
const portion = 200;
