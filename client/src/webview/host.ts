import type { PanelMove, PanelPlace } from "../../../server/src/panel/data.ts";

/** The extension, as the panel speaks to it. */
export interface Host {
  /** What the server answers to one of the questions of the panel. */
  ask<T>(what: Question, params: object): Promise<T>;
  open(place: PanelPlace): void;
  /** Gives an item another time; answers when its document has it, false where it has got another one in the meantime. */
  move(move: PanelMove): Promise<boolean>;
  /** Takes back what was moved last. */
  undo(): void;
  save(state: object): void;
  saved(): unknown;
  /** Starts the server again. */
  restart(): void;
  onChanged(listen: () => void): void;
  onSilence(listen: (silence: Silence) => void): void;
}

/** Why there is nothing to draw. */
export interface Silence {
  readonly says: string;
  /** What the button says that helps. */
  readonly restart?: string;
  /** What is drawn already stays. */
  readonly waits?: true;
}

export type Question = "rows" | "links" | "kpis" | "trace";

interface VsCode {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): VsCode;

export function connectHost(): Host {
  const vscode = acquireVsCodeApi();
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  const listeners: (() => void)[] = [];
  const silenceListeners: ((silence: Silence) => void)[] = [];
  let asked = 0;

  window.addEventListener("message", ({ data }: MessageEvent) => {
    if (data?.type === "changed") for (const listen of listeners) listen();
    if (data?.type === "silence") for (const listen of silenceListeners) listen(data as Silence);
    if (data?.type !== "answer") return;
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) one?.resolve(data.result as never);
    else one?.reject(new Error(data.error));
  });

  function send<T>(message: object): Promise<T> {
    const id = ++asked;
    vscode.postMessage({ ...message, id });
    return new Promise<T>((resolve, reject) => waiting.set(id, { resolve, reject }));
  }

  return {
    ask: (what, params) => send({ type: "ask", what, params }),
    open: (place) => vscode.postMessage({ type: "open", place }),
    move: (move) => send({ type: "move", move }),
    undo: () => vscode.postMessage({ type: "undo" }),
    save: (state) => vscode.setState(state),
    saved: () => vscode.getState(),
    restart: () => vscode.postMessage({ type: "restart" }),
    onChanged: (listen) => void listeners.push(listen),
    onSilence: (listen) => void silenceListeners.push(listen),
  };
}
