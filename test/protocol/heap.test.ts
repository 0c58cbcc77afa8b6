import { ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./transports.ts";

const garbage = fileURLToPath(new URL("garbage.cjs", import.meta.url));

/** As far as the server can tell, what runs it is an editor of which the Node in it is a part. */
const desktop = ["--require", fileURLToPath(new URL("desktop.cjs", import.meta.url))];

describe("the memory of the server", () => {
  it("grows less than that of a program of which nobody takes care, for the same garbage", async function () {
    this.timeout(60_000);
    const usual = await most(garbage);
    const server = await most("--require", garbage, bundle("server.cjs"), "--stdio");
    ok(server.young <= usual.young / 2, `${server.young} and ${usual.young} bytes for what has just been made`);
    ok(server.held <= 0.9 * usual.held, `${server.held} and ${usual.held} bytes held at most`);
  });

  it("grows no more in a desktop editor, where the server leaves V8 alone and the client tells it what it may", async function () {
    this.timeout(60_000);
    const client = readFileSync(bundle("client.cjs"), "utf8");
    const told = client.match(/--max-semi-space-size=\d+/g) ?? [];
    const server = ["--require", garbage, bundle("server.cjs"), "--stdio"];
    const [alone, asTold] = [await most(...desktop, ...server), await most(...told, ...desktop, ...server)];
    ok(asTold.young <= alone.young / 2, `${asTold.young} and ${alone.young} bytes for what has just been made`);
  });
});

interface Most {
  readonly young: number;
  readonly held: number;
}

/** What a program says that makes garbage. */
function most(...args: readonly string[]): Promise<Most> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", reject);
    child.once("close", () => resolve(JSON.parse(said) as Most));
  });
}
