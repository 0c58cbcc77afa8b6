import assert from "node:assert/strict";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { diskScan } from "../../server/src/main/disk-scan.ts";
import { nameOf } from "../../server/src/main/name-of.ts";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { type Disk, openReadings, ReadingsWriter } from "../../server/src/main/readings-file.ts";
import { readingsFile, sweepReadings } from "../../server/src/main/readings-place.ts";
import { versionOf } from "../../server/src/main/scanning-host.ts";
import { defaultConfig } from "../../server/src/model/config.ts";
import { readConfig } from "../../server/src/model/config-read.ts";
import { packSpec } from "../../server/src/model/pack-spec.ts";
import { readSpec, type Spec } from "../../server/src/model/read-spec.ts";
import { unpackSpec } from "../../server/src/model/unpack-spec.ts";
import { asked } from "../asked.ts";

describe("what was read before", () => {
  let folder = "";
  let file = "";
  /** Long after everything was written. */
  let now = 0;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "readings-"));
    file = join(folder, "kept", "a.readings");
    now = Date.now() + 60_000;
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  function write(name: string, text: string): void {
    fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
    fs.writeFileSync(join(folder, name), text);
  }

  /** Reads these files in one scan; says what was read, and of which files the text was looked at. */
  async function scan(
    names: readonly string[],
    options: { version?: string; disk?: Disk; config?: typeof defaultConfig; exact?: boolean; soonDone?: number } = {},
  ) {
    const { version = "1", disk = fs, config = defaultConfig, exact = false, soonDone } = options;
    const scanned = diskScan({ file, version, disk, now: () => now, soonDone });
    const read = await scanned.read(names.map((name) => ({ uri: uriOfPath(join(folder, name)), path: name, config })));
    const specs = read.map((one) => asked(one?.spec));
    const problem = await scanned.end(exact);
    return { specs, problem, titles: specs.map((spec) => spec?.summary.items[0]?.title) };
  }

  function expected(name: string, config = defaultConfig): Spec {
    return readSpec({ uri: name, text: fs.readFileSync(join(folder, name), "utf8") }, name, config);
  }

  it("is the same at the next start, without a look into the files", async () => {
    write("a.md", one("A"));
    write("b/ü 😀.md", one("Ü 😀"));
    const first = await scan(["a.md", "b/ü 😀.md"]);
    const before = fs.readFileSync(file);
    const second = await scan(["a.md", "b/ü 😀.md"]);
    assert.deepEqual(first.specs, [expected("a.md"), expected("b/ü 😀.md")]);
    assert.deepEqual(second.specs, first.specs);
    assert.deepEqual(fs.readFileSync(file), before);
    // Nobody may read it, and nobody has to.
    plant("a.md", one("Planted"));
    assert.deepEqual((await scan(["a.md", "b/ü 😀.md"])).titles, ["Planted", "Ü 😀"]);
  });

  for (const [texts, soonDone] of [
    ["that holds on to long texts", 2],
    ["that lets go of long texts", 1_000_000],
  ] as const) {
    it(`is the same for a process that ends soon and ${texts}, which keeps it as others do, from the second time on`, async () => {
      write("a.md", one("A"));
      write("b.md", `${one("B")}\n${"More of it. ".repeat(1_000)}\n`);
      const read = async () => (await scan(["a.md", "b.md"], { soonDone })).specs;
      const packed = () => openReadings(file, "1", fs).packed(uriOfPath(join(folder, "b.md")));
      const both = [expected("a.md"), expected("b.md")];
      assert.deepEqual(await read(), both);
      assert.equal(packed(), undefined);
      assert.deepEqual(await read(), both);
      const kept = packed();
      plant("a.md", one("Planted"));
      assert.equal((await read())[0]?.summary.items[0]?.title, "Planted");
      fs.rmSync(file);
      await scan(["a.md", "b.md"]);
      assert.notEqual(kept, undefined);
      assert.deepEqual(packed(), kept);
    });
  }

  it("counts as the first time for a process that ends soon where another version was there before", async () => {
    write("a.md", one("A"));
    for (const version of ["1", "2"]) {
      await scan(["a.md"], { soonDone: 1, version });
      assert.deepEqual(openReadings(file, version, fs).names.size, 0);
    }
    await scan(["a.md"], { soonDone: 1, version: "2" });
    assert.equal(openReadings(file, "2", fs).names.size, 1);
  });

  it("is told of a text that is there no more, as often as somebody asks, and of no other text", async () => {
    write("a.md", one("A"));
    write("b.md", one("B"));
    await scan(["a.md", "b.md"]);
    const [uri, hash] = [uriOfPath(join(folder, "a.md")), nameOf(one("A"))];
    const scanned = diskScan({ file, version: "1", disk: fs, now: () => now });
    const wasRead = (path: string, name: string, config = defaultConfig) =>
      asked(scanned.wasRead(uri, { project: { config }, path }, name));
    write("a.md", one("C"));
    for (let time = 0; time < 5; time++) assert.deepEqual(wasRead("a.md", hash)?.summary.items[0]?.title, "A");
    assert.equal(wasRead("a.md", nameOf(one("C"))), undefined);
    assert.equal(wasRead("b.md", hash), undefined);
    assert.equal(wasRead("a.md", hash, readConfig("people: [ana]", []).config), undefined);
  });

  it("is read again where the text is another one, though it may have the same size and the same times", async () => {
    write("a.md", one("A"));
    await scan(["a.md"]);
    const { atime, mtime } = fs.statSync(join(folder, "a.md"));
    write("a.md", one("B"));
    fs.utimesSync(join(folder, "a.md"), atime, mtime);
    assert.deepEqual((await scan(["a.md"])).titles, ["B"]);
  });

  it("is not told by a file's looks when it was written a moment before", async () => {
    write("a.md", one("A"));
    now = Date.now();
    await scan(["a.md"]);
    plant("a.md", one("Planted"));
    // Its text is as before, so the reading that was kept holds, found by the text.
    assert.deepEqual((await scan(["a.md"])).titles, ["Planted"]);
    assert.equal(openReadings(file, "1", fs).source(uriOfPath(join(folder, "a.md")))?.stamp, undefined);
    write("a.md", one("B"));
    assert.deepEqual((await scan(["a.md"])).titles, ["B"]);
    // Once it has rested for a while, its looks say enough.
    now = Date.now() + 60_000;
    await scan(["a.md"]);
    assert.notEqual(openReadings(file, "1", fs).source(uriOfPath(join(folder, "a.md")))?.stamp, undefined);
  });

  it("is found by the text when only the times differ, as after a fresh clone", async () => {
    write("a.md", one("A"));
    await scan(["a.md"]);
    plant("a.md", one("Planted"));
    fs.utimesSync(join(folder, "a.md"), 1, 1);
    assert.deepEqual((await scan(["a.md"])).titles, ["Planted"]);
  });

  it("is nothing for another version, another configuration or another path", async () => {
    write("a.md", one("A"));
    await scan(["a.md"]);
    plant("a.md", one("Planted"));
    assert.deepEqual((await scan(["a.md"], { version: "2" })).titles, ["A"]);
    const others = [
      "kinds: { prd: { match: ['**'] } }",
      "people: [ana]",
      "calendar: { releases: { Aurora: 2027-03-15 } }",
      "kinds: { feature: { prefix: { replace: [F] } } }",
    ];
    for (const text of others) {
      plant("a.md", one("Planted"));
      assert.deepEqual((await scan(["a.md"], { config: readConfig(text, []).config })).titles, ["A"], text);
    }
    const uri = uriOfPath(join(folder, "a.md"));
    plant("a.md", one("Planted"));
    const moved = await diskScan({ file, version: "1", disk: fs, now: () => now }).read([
      { uri, path: "x/a.md", config: defaultConfig },
    ]);
    assert.deepEqual(
      moved.map((read) => [read?.spec.summary.path, read?.spec.summary.items[0]?.title]),
      [["x/a.md", "A"]],
    );
  });

  it("is of another version where any of the bundles that read is another one", () => {
    write("server.cjs", "1");
    write("core.js", "2");
    const programs = ["server.cjs", "core.js"].map((name) => join(folder, name));
    const before = versionOf(programs);
    assert.equal(versionOf(programs), before);
    write("core.js", "3");
    assert.notEqual(versionOf(programs), before);
  });

  it("is kept though levels in the configuration change", async () => {
    write("a.md", one("A"));
    await scan(["a.md"], { config: readConfig("strict: true", []).config });
    plant("a.md", one("Planted"));
    const { config } = readConfig("rules: { missing-kpi: off }", []);
    assert.deepEqual((await scan(["a.md"], { config })).titles, ["Planted"]);
  });

  it("is read again when the file that keeps it is cut off, anywhere", async () => {
    write("a.md", one("A"));
    write("b.md", one("Ж"));
    await scan(["a.md", "b.md"]);
    const whole = fs.readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      fs.writeFileSync(file, whole.subarray(0, length));
      assert.equal(openReadings(file, "1", fs).names.size, 0, `${length} bytes`);
    }
    fs.writeFileSync(file, whole.subarray(0, whole.length / 2));
    assert.deepEqual((await scan(["a.md", "b.md"])).titles, ["A", "Ж"]);
    assert.deepEqual(fs.readFileSync(file), whole);
  });

  it("is read again when a byte of it has changed, any byte", async () => {
    write("a.md", one("A"));
    await scan(["a.md"]);
    const whole = fs.readFileSync(file);
    const uri = uriOfPath(join(folder, "a.md"));
    const right = packSpec(expected("a.md"));
    for (let at = 0; at < whole.length; at++) {
      const other = Buffer.from(whole);
      other[at] = other[at]! ^ (1 << (at % 8));
      fs.writeFileSync(file, other);
      const packed = openReadings(file, "1", fs).packed(uri);
      if (packed !== undefined) assert.deepEqual(asked(unpackSpec(packed)), asked(unpackSpec(right)), `byte ${at}`);
    }
    const broken = Buffer.from(whole);
    broken[3] = broken[3]! ^ 1;
    fs.writeFileSync(file, broken);
    assert.deepEqual((await scan(["a.md"])).titles, ["A"]);
    assert.deepEqual(fs.readFileSync(file), whole);
  });

  it("is left alone when only a few of many files are new", async () => {
    const names = Array.from({ length: 100 }, (_, n) => `${n}.md`);
    for (const name of names) write(name, one("A"));
    await scan(names);
    const before = fs.readFileSync(file);
    write("7.md", one("B"));
    assert.equal((await scan(names)).titles[7], "B");
    assert.deepEqual(fs.readFileSync(file), before);
    await scan(names, { exact: true });
    const exact = fs.readFileSync(file);
    assert.notDeepEqual(exact, before);
    fs.writeFileSync(file, before);
    for (const name of ["8.md", "9.md"]) write(name, one("B"));
    assert.equal((await scan(names)).titles[9], "B");
    assert.notDeepEqual(fs.readFileSync(file), before);
  });

  for (const [what, call] of [
    ["no room for a draft", "openSync"],
    ["a disk that is full", "writeSync"],
    ["a file that somebody holds", "renameSync"],
    ["a folder that cannot be made", "mkdirSync"],
  ] as const) {
    it(`is simply not kept where there is ${what}, and what was kept stays`, async () => {
      write("a.md", one("A"));
      await scan(["a.md"]);
      const before = fs.readFileSync(file);
      write("a.md", one("B"));
      const disk: Disk = { ...fs, [call]: failing };
      const { titles, problem } = await scan(["a.md"], { disk });
      assert.deepEqual(titles, ["B"]);
      assert.match(problem!, /could not be kept.*No space left/);
      assert.deepEqual(fs.readFileSync(file), before);
      assert.deepEqual(fs.readdirSync(dirname(file)), ["a.readings"]);
    });
  }

  it("is simply not kept in a folder that may not be written, and read all the same", async () => {
    write("a.md", one("A"));
    fs.writeFileSync(join(folder, "kept"), "no folder");
    const { titles, problem } = await scan(["a.md"]);
    assert.deepEqual(titles, ["A"]);
    assert.match(problem!, /could not be kept/);
  });

  it("may be written by two at once: one of them stays, whole", async () => {
    write("a.md", one("A"));
    write("b.md", one("B"));
    const [left, right] = ["a.md", "b.md"].map((name) => {
      const spec = expected(name);
      const writer = new ReadingsWriter(file, `${file}.${name}.draft`, "1", fs);
      return { name, spec, writer };
    });
    for (const { writer, name, spec } of [left!, right!, left!])
      writer.add(name, { by: "x", stamp: undefined, hash: "h" }, packSpec(spec));
    for (const _ of left!.writer.finish());
    assert.deepEqual([...openReadings(file, "1", fs).names], ["a.md"]);
    for (const _ of right!.writer.finish());
    const readings = openReadings(file, "1", fs);
    assert.deepEqual([...readings.names], ["b.md"]);
    assert.deepEqual(asked(unpackSpec(readings.packed("b.md")!)), right!.spec);
  });

  it("goes when nobody has needed it for long, with what writers left that never came to their end", () => {
    const names = ["old.readings", "old.findings", "old.draft", "new.readings", "new.draft", "other.txt"];
    for (const name of names) write(name, "");
    const then = Date.now() / 1000 - 100 * 24 * 3600;
    for (const name of ["old.readings", "old.findings", "old.draft", "other.txt"])
      fs.utimesSync(join(folder, name), then, then);
    sweepReadings(folder, Date.now());
    assert.deepEqual(fs.readdirSync(folder).sort(), ["new.draft", "new.readings", "other.txt"]);
  });

  it("says that a file is gone, or no file", async () => {
    write("a.md", one("A"));
    fs.mkdirSync(join(folder, "b.md"));
    await scan(["a.md", "b.md", "c.md"]);
    fs.rmSync(join(folder, "a.md"));
    assert.deepEqual((await scan(["a.md", "b.md", "c.md"])).specs, [undefined, undefined, undefined]);
  });

  /** Puts another reading in the place of the one that was kept, as nobody does: so that it shows when that one is taken. */
  function plant(name: string, text: string): void {
    const readings = openReadings(file, "1", fs);
    const writer = new ReadingsWriter(file, `${file}.draft`, "1", fs);
    for (const each of readings.names) {
      const planted = packSpec(readSpec({ uri: name, text }, name, defaultConfig));
      const isIt = each === uriOfPath(join(folder, name));
      writer.add(each, readings.source(each)!, isIt ? planted : readings.packed(each)!);
    }
    for (const _ of writer.finish());
  }
});

describe("the place of what was read", () => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "place-"));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const placeOf = (env: Record<string, string> = {}, platform = "linux") =>
    dirname(readingsFile(uriOfPath(folder), "usual", "readings", { env, platform, home: "/home/ana" })!);

  it("is where an editor says, or nowhere", () => {
    const said = readingsFile(uriOfPath(folder), { folder: uriOfPath(join(folder, "storage")) });
    assert.equal(dirname(said!), join(folder, "storage"));
    assert.equal(readingsFile(uriOfPath(folder), "nowhere"), undefined);
  });

  it("is the usual one of the system, outside of the project", () => {
    assert.equal(placeOf(), "/home/ana/.cache/throughline");
    assert.equal(placeOf({ XDG_CACHE_HOME: "/caches" }), "/caches/throughline");
    assert.equal(placeOf({ XDG_CACHE_HOME: "not/absolute" }), "/home/ana/.cache/throughline");
    assert.equal(placeOf({}, "darwin"), "/home/ana/Library/Caches/throughline");
    assert.equal(placeOf({ LOCALAPPDATA: "/local" }, "win32"), "/local/throughline/Cache");
  });

  it("is beside other tools' where there are node_modules, unless a link leads elsewhere", () => {
    fs.mkdirSync(join(folder, "node_modules"));
    assert.equal(placeOf(), join(folder, "node_modules", ".cache", "throughline"));
    fs.mkdirSync(join(folder, "elsewhere"));
    fs.symlinkSync(join(folder, "elsewhere"), join(folder, "node_modules", ".cache"));
    assert.equal(placeOf(), "/home/ana/.cache/throughline");
    fs.rmSync(join(folder, "node_modules"), { recursive: true });
    fs.symlinkSync(join(folder, "elsewhere"), join(folder, "node_modules"));
    assert.equal(placeOf(), "/home/ana/.cache/throughline");
  });
});

function one(title: string): string {
  return `---\ntype: prd\nid: PRD-1\ntitle: ${title}\n---\n# ${title}\n\n- **FR-1:** It pays.\n`;
}

function failing(): never {
  throw new Error("No space left");
}
