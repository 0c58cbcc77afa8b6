import assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../../bench/generate.ts";
import type { ToRead, WasRead } from "../../server/src/host.ts";
import { diskScan } from "../../server/src/main/disk-scan.ts";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { readAhead } from "../../server/src/main/read-ahead.ts";
import { lookAt, readPacked, roomForOne } from "../../server/src/main/read-file.ts";
import { defaultConfig } from "../../server/src/model/config.ts";
import { readConfig } from "../../server/src/model/config-read.ts";
import { asked } from "../asked.ts";
import { bundle } from "./transports.ts";

describe("reading on a thread of its own", () => {
  let folder = "";
  before(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "ahead-"));
    for (const { path, text } of generate(3, 1_100, 1_450)) write(path, text);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function write(name: string, text: string): string {
    const path = join(folder, name);
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.writeFileSync(path, text);
    return path;
  }

  /** All documents below a folder, each to be read with the configuration. */
  function documents(
    top: string,
    config = readConfig("people: [ana, bo]\nkinds: { rfc: { extends: prd } }", []).config,
  ) {
    return fs
      .readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name): ToRead => ({ uri: uriOfPath(join(top, name)), path: name.replaceAll("\\", "/"), config }));
  }

  async function scan(files: readonly ToRead[], reader?: string, kept = join(folder, "kept", "none")) {
    const scanned = diskScan({ file: kept, version: "1", disk: fs, now: Date.now, reader });
    scanned.expect?.(files);
    const read = await scanned.read(files);
    await scanned.end(false);
    return read.map((one: WasRead | undefined) => one && { name: one.name, spec: asked(one.spec) });
  }

  it("reads what is read without it: the sample product, and a thousand generated documents", async () => {
    const here = documents(fileURLToPath(new URL("../../examples", import.meta.url)), defaultConfig);
    const files = [...here, ...documents(folder)];
    const ahead = readAhead(bundle("server.cjs"), files);
    for (const file of files) {
      const { bytes, hash } = lookAt(file.uri, roomForOne(), Date.now());
      const read = await ahead.take(file);
      assert.deepEqual(
        { hash: read?.hash, packed: read?.packed },
        { hash, packed: readPacked(file, bytes) },
        file.path,
      );
    }
    assert.deepEqual(await scan(files, bundle("server.cjs")), await scan(files));
  });

  it("leaves out what is gone, and what is wanted with another path or configuration than it was", async () => {
    const files = documents(folder).slice(0, 40);
    const gone: ToRead = { ...files[0]!, uri: `${files[0]!.uri}-gone.md` };
    const ahead = readAhead(bundle("server.cjs"), [gone, ...files]);
    assert.equal(await ahead.take(gone), undefined);
    assert.equal(await ahead.take({ ...files[0]!, path: "other.md" }), undefined);
    assert.equal(await ahead.take({ ...files[1]!, config: defaultConfig }), undefined);
    assert.notEqual(await ahead.take(files[2]!), undefined);
    assert.equal(await ahead.take({ ...files[2]!, uri: `${folder}/never-named.md` }), undefined);
    ahead.end();
    assert.equal(await ahead.take(files[39]!), undefined);
  });

  it("is not missed where it cannot start, or ends in the middle", async () => {
    const files = documents(folder);
    const expected = await scan(files);
    const broken = write("broken.cjs", "throw new Error('Nothing starts here.');");
    const mortal = write(
      "mortal.cjs",
      `let orders = 0;
       require("node:worker_threads").parentPort.on("message", () => ++orders === 20 && process.exit(1));
       require(${JSON.stringify(bundle("server.cjs"))});`,
    );
    for (const program of [broken, mortal, join(folder, "nothing-there.cjs"), "not even a path"])
      assert.deepEqual(await scan(files, program), expected, program);
  });

  it("begins where much is to be read anew, and for nothing less", async () => {
    const marker = join(folder, "started");
    const marking = write("marking.cjs", `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "");`);
    const kept = join(folder, "kept", "readings");
    const files = documents(folder);
    const starts = async (some: readonly ToRead[]) => {
      fs.rmSync(marker, { force: true });
      await scan(some, marking, kept);
      return fs.existsSync(marker);
    };
    assert.equal(await starts(files.slice(0, 30)), false);
    assert.equal(await starts(files), true);
    assert.equal(await starts(files), false, "at the second start");
  });
});
