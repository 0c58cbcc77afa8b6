import { match, ok } from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

describe("what VS Code reads when the extension wakes", () => {
  it("is small: the client library waits in a file of its own until the server is wanted", () => {
    ok(statSync(join(dist, "client.cjs")).size < 150_000);
    match(readFileSync(join(dist, "client.cjs"), "utf8"), /require\("\.\/language-client\.cjs"\)/);
    ok(statSync(join(dist, "language-client.cjs")).size > 150_000);
    const { files } = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8"));
    ok(files.includes("dist/language-client.cjs"));
  });
});

describe("what was kept by another version of the server", () => {
  it("is told by every file that the server runs", () => {
    const server = readFileSync(join(dist, "server.cjs"), "utf8");
    const own = [...server.matchAll(/require\("\.\/(.+?)"\)/g)].map(([, name]) => name!);
    ok(own.includes("core.js"));
    const [, named = ""] = /= serve\(connection, .*?scanningHost\((.*)\)\);/.exec(server) ?? [];
    for (const name of own) match(named, new RegExp(`"${name.replace(".", "\\.")}"`));
  });
});
