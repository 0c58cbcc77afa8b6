import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a process has used so far. */
export interface Usage {
  /** Milliseconds on all cores, to 10 ms; undefined where there is no `/proc`. */
  readonly cpu: number | undefined;
  /** Resident memory now, and the most it ever was, in MB. */
  readonly memory: number;
  readonly peak: number;
}

export interface Finished {
  /** Milliseconds from the start of the process to its end. */
  readonly wall: number;
  /** Milliseconds on all cores, its own children included; the wall's where there is no `/proc`. */
  readonly cpu: number;
  /** The most memory that was seen, in MB, over the process and its children. */
  readonly peak: number;
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end. No other child may end meanwhile: the system tells the time of all of them as one. */
export async function runToEnd(
  [program = "", ...args]: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  const before = cpuOfEnded();
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 600_000,
  });
  let output = "";
  let errors = "";
  let peak = 0;
  child.stdout.on("data", (data) => (output += String(data)));
  child.stderr.on("data", (data) => (errors += String(data)));
  const watching = setInterval(() => (peak = Math.max(peak, memoryOfTree(child.pid!))), 50);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearInterval(watching);
  const wall = performance.now() - start;
  const after = cpuOfEnded();
  return { wall, cpu: after === undefined || before === undefined ? wall : after - before, peak, code, output, errors };
}

/**
 * What a program that is measured sees of this machine. Where certificates are named that belong to the machine, every Node
 * reads them as it starts, tens of milliseconds whatever it was started for; and nothing that is measured asks the network.
 */
export function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...more };
}

export function usageOf(pid: number): Usage {
  const status = read(`/proc/${pid}/status`);
  const figures = statOf(pid);
  return {
    cpu: figures === undefined ? undefined : (figures[11]! + figures[12]!) * tick,
    memory: megabytes(status, "VmRSS"),
    peak: megabytes(status, "VmHWM"),
  };
}

/** CPU time in milliseconds, exact enough for a single answer. */
export interface FinelyUsed {
  /** Of the thread that answers. */
  readonly answering: number;
  /** Of all threads that the process has now. */
  readonly all: number;
}

export function finelyUsed(pid: number): FinelyUsed | undefined {
  const times = new Map(threadsOf(pid).map((thread) => [thread, usedBy(pid, thread)]));
  const answering = times.get(String(pid)) ?? Number.NaN;
  const all = [...times.values()].reduce((sum, time) => sum + (Number.isNaN(time) ? 0 : time), 0);
  return Number.isNaN(answering) ? undefined : { answering, all };
}

/** NaN where the thread has ended, or the system does not tell. */
function usedBy(pid: number, thread: string): number {
  return Number.parseInt(read(`/proc/${pid}/task/${thread}/schedstat`), 10) / 1e6;
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Linux counts in hundredths of a second. */
const tick = 10;

/** CPU time of all children that have ended, in milliseconds. */
function cpuOfEnded(): number | undefined {
  const figures = statOf("self");
  return figures === undefined ? undefined : (figures[13]! + figures[14]!) * tick;
}

/** The figures behind the program's name, which may hold spaces and brackets. */
function statOf(pid: number | "self"): readonly number[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text === ""
    ? undefined
    : text
        .slice(text.lastIndexOf(")") + 2)
        .split(" ")
        .map(Number);
}

function memoryOfTree(pid: number): number {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + memoryOfTree(child), usageOf(pid).memory);
}

function megabytes(status: string, name: string): number {
  const [, kilobytes = "0"] = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
