import { deepEqual, equal } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathOf } from "../../server/src/base/uri.ts";
import { nodeHost, uriOfPath } from "../../server/src/main/node-host.ts";

describe("files from the disk", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(files: Record<string, string | Buffer>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  async function listed(root = folder, names: readonly string[] = [], except: readonly string[] = []) {
    const uri = uriOfPath(root);
    const { files, others } = await nodeHost.list(uri, names, except);
    const paths = (uris: readonly string[]) => uris.map((file) => pathOf(uri, file));
    return { files: paths(files).sort(), others: paths(others).sort(), first: pathOf(uri, files[0] ?? uri) };
  }

  it("are Markdown and configurations; other names are only known", async () => {
    write({
      "a.md": "",
      "b/C.MD": "",
      "b/d.markdown": "",
      "throughline.yaml": "",
      "b/pic.png": "",
      "b/other.yaml": "",
    });
    deepEqual(await listed(), {
      files: ["a.md", "b/C.MD", "b/d.markdown", "throughline.yaml"],
      others: ["b", "b/other.yaml", "b/pic.png"],
      first: "throughline.yaml",
    });
    deepEqual((await listed(folder, ["other.yaml"])).files.includes("b/other.yaml"), true);
  });

  it("leave out what .gitignore names, in the folder or above it, and what others look after", async () => {
    write({
      ".git/HEAD": "",
      ".gitignore": "/out/\nplans/drafts\n",
      "out/a.md": "",
      "node_modules/x/README.md": "",
      "plans/drafts/a.md": "",
      "plans/a.md": "",
      "plans/.gitignore": "b.md\n",
      "plans/b.md": "",
      "sub/c.md": "",
    });
    deepEqual((await listed()).files, ["plans/a.md", "sub/c.md"]);
    deepEqual((await listed(join(folder, "plans"))).files, ["a.md"]);
    deepEqual((await listed(folder, [], [uriOfPath(join(folder, "sub"))])).files, ["plans/a.md"]);
  });

  it("come through symbolic links once, and never in circles", async () => {
    write({ "in/a.md": "", "in/b.md": "", "elsewhere/c.md": "" });
    symlinkSync(join(folder, "in"), join(folder, "in/self"));
    symlinkSync(folder, join(folder, "in/up"));
    symlinkSync(join(folder, "in/a.md"), join(folder, "in/same.md"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "in/there"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "in/there-again"));
    symlinkSync(join(folder, "in"), join(folder, "elsewhere/back"));
    symlinkSync(join(folder, "gone"), join(folder, "in/broken.md"));
    const { files } = await listed(join(folder, "in"));
    equal(files.length, 3);
    deepEqual(
      files.map((path) => path?.replace("-again", "")),
      ["a.md", "b.md", "there/c.md"],
    );
  });

  it("are read as editors read them", async () => {
    write({
      "bom.md": Buffer.from([0xef, 0xbb, 0xbf, 0x61]),
      "wide.md": Buffer.from("\uFEFFä", "utf16le"),
      "big.md": Buffer.from("\uFEFFö", "utf16le").swap16(),
      "plain.md": Buffer.from("# ä", "utf16le"),
      "plain-big.md": Buffer.from("# ö", "utf16le").swap16(),
      "mac.md": "a\rb\r\nc\nd\r",
      "with space & (1).md": "ü",
    });
    const texts = {
      ...{
        "bom.md": "a",
        "gone.md": undefined,
        "wide.md": "ä",
        "big.md": "ö",
        "plain.md": "# ä",
        "plain-big.md": "# ö",
      },
      ...{ "mac.md": "a\nb\r\nc\nd\n", "with space & (1).md": "ü", "": undefined },
    };
    const uris = Object.keys(texts).map((name) => uriOfPath(join(folder, name)));
    deepEqual(await nodeHost.readMany(uris), Object.values(texts));
  });

  it("are none where there is no folder", async () => {
    deepEqual(await listed(join(folder, "gone")), { files: [], others: [], first: "" });
  });

  it("are plain files: pipes, devices and what is gone are left out at once, whoever links to them", async () => {
    write({ "a.md": "a", "b.md": "b" });
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    symlinkSync("/dev/zero", join(folder, "zero.md"));
    deepEqual(await listed(), { files: ["a.md", "b.md"], others: [], first: "a.md" });
    rmSync(join(folder, "b.md"));
    mkdirSync(join(folder, "b.md"));
    const uris = ["a.md", "pipe.md", "zero.md", "b.md"].map((name) => uriOfPath(join(folder, name)));
    deepEqual(await nodeHost.readMany(uris), ["a", undefined, undefined, undefined]);
  });

  it("may have any name", async () => {
    const names = [
      "a#b.md",
      "50%.md",
      "%41.md",
      "a b.md",
      "🚀.md",
      "ü.md",
      "line\nend.md",
      "'\"&?;.md",
      "-rf.md",
      "A.md",
      "a.md",
    ];
    write(Object.fromEntries(names.map((name) => [`in [x] {y}/${name}`, name])));
    const { files } = await nodeHost.list(uriOfPath(folder), [], []);
    deepEqual(new Set(await nodeHost.readMany(files)), new Set(names));
    equal(files.length, names.length);
  });

  it("lie in folders that may be closed to us, or gone a moment later", async () => {
    write({ "open/a.md": "", "closed/b.md": "" });
    chmodSync(join(folder, "closed"), 0);
    const isRoot = process.getuid?.() === 0;
    deepEqual((await listed()).files, isRoot ? ["closed/b.md", "open/a.md"] : ["open/a.md"]);
    chmodSync(join(folder, "closed"), 0o700);
  });

  it("are read no further than anybody could read them", async () => {
    const file = openSync(join(folder, "long.md"), "w");
    ftruncateSync(file, 3_000_000_000);
    closeSync(file);
    const [text] = await nodeHost.readMany([uriOfPath(join(folder, "long.md"))]);
    equal(text?.length, 32 * 1024 * 1024);
  });
});
