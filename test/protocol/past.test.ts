import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Phrase } from "../../server/src/base/say.ts";
import { uriOf } from "../../server/src/base/uri.ts";
import type { Past } from "../../server/src/host.ts";
import { nameOf } from "../../server/src/main/name-of.ts";
import { pastOf } from "../../server/src/main/past-host.ts";
import type { Revision } from "../../server/src/protocol.ts";

/** A repository that a test may do with as it likes. */
class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), "throughline-past-"));

  constructor() {
    this.git("init", "-q", "-b", "main");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  commit(day: string): void {
    this.git("add", "-A");
    this.git("commit", "-q", "--no-verify", "-m", day, "--date", `${day}T12:00:00`);
  }

  git(...args: readonly string[]): string {
    const day = /^\d{4}-\d\d-\d\dT/.exec(args.at(-1) ?? "")?.input ?? "2026-01-01T12:00:00";
    const who = {
      GIT_AUTHOR_NAME: "ana",
      GIT_AUTHOR_EMAIL: "a@x",
      GIT_COMMITTER_NAME: "ana",
      GIT_COMMITTER_EMAIL: "a@x",
    };
    const env = { ...process.env, ...who, GIT_COMMITTER_DATE: day, GIT_CONFIG_GLOBAL: "/dev/null" };
    return execFileSync("git", [...args], { cwd: this.folder, env, encoding: "utf8" });
  }

  /** The texts below a folder as they were, by path; a sentence where nobody remembers. */
  async at(revision: Revision, below = ""): Promise<Readonly<Record<string, string | undefined>> | string> {
    const root = `${pathToFileURL(this.folder).href}${below}`;
    const past = await pastOf(root, revision);
    if (past instanceof Phrase) return String(past);
    const { host } = past;
    const { files } = await host.list(root, [], []);
    const texts = await host.readMany(files);
    return Object.fromEntries(files.map((uri, at) => [decodeURIComponent(uri.slice(root.length + 1)), texts[at]]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const name = (...names: [string] | [string, string]): Revision => ({ type: "name", names });

describe("what a repository remembers", () => {
  const repository = new Repository();
  before(() => {
    repository.write("plans/a ü#%.md", "one\r\n");
    repository.write("plans/throughline.yaml", "{}\n");
    repository.write("picture.png", "x");
    repository.write("-x.md", "");
    repository.commit("2026-10-01");
    repository.git("tag", "v1");
    repository.git("checkout", "-q", "-b", "side");
    repository.write("side.md", "side");
    repository.commit("2026-10-15");
    repository.git("checkout", "-q", "main");
    repository.write("plans/a ü#%.md", "two");
    repository.commit("2026-11-01");
    repository.write("plans/a ü#%.md", "not committed");
  });
  after(() => repository.remove());

  it("knows which files are still as they were, byte by byte", async () => {
    const root = pathToFileURL(repository.folder).href;
    const files = ["plans/throughline.yaml", "plans/a ü#%.md", "-x.md", "side.md", "nowhere.md"];
    const uris = files.map((path) => uriOf(root, path));
    const past = async (revision: Revision) => (await pastOf(root, revision)) as Past;
    const still = async (revision: Revision) => (await past(revision)).stillThere(uris);
    assert.deepEqual(await still(name("v1")), [nameOf("{}\n"), undefined, nameOf(""), undefined, undefined]);
    repository.write("plans/a ü#%.md", "one\r\n");
    assert.equal((await still(name("v1")))[1], nameOf("one\r\n"));
    repository.write("plans/a ü#%.md", "one\n");
    assert.equal((await still(name("v1")))[1], undefined);
    repository.write("plans/a ü#%.md", "not committed");
  });

  it("is read byte by byte, whatever files are called", async () => {
    const v1 = { "plans/throughline.yaml": "{}\n", "-x.md": "", "plans/a ü#%.md": "one\r\n" };
    assert.deepEqual(await repository.at(name("v1")), v1);
    assert.deepEqual(await repository.at(name("HEAD")), { ...v1, "plans/a ü#%.md": "two" });
    assert.deepEqual(await repository.at(name("side")), { ...v1, "side.md": "side" });
  });

  it("is read from where a branch has parted, and as it was when a day began", async () => {
    assert.deepEqual(await repository.at(name("main", "side")), await repository.at(name("v1")));
    assert.deepEqual(await repository.at({ type: "since", day: "2026-11-01" }), await repository.at(name("v1")));
    assert.deepEqual(await repository.at({ type: "since", day: "2026-11-02" }), await repository.at(name("main")));
  });

  it("is read below a folder of it", async () => {
    assert.deepEqual(await repository.at(name("v1"), "/plans"), { "throughline.yaml": "{}\n", "a ü#%.md": "one\r\n" });
  });

  it("is a sentence where there is nothing", async () => {
    assert.equal(await repository.at(name("nowhere")), "git knows no nowhere. Name a branch, a tag or a commit.");
    assert.equal(await repository.at(name("--output=x")), "git knows no --output=x. Name a branch, a tag or a commit.");
    assert.match(
      (await repository.at({ type: "since", day: "2020-01-01" })) as string,
      /nothing from before 2020-01-01/,
    );
    const elsewhere = pathToFileURL(tmpdir()).href;
    assert.match(String(await pastOf(elsewhere, name("HEAD"))), /no git repository here/);
  });

  it("is asked of the git of this machine, not of one that lies in the folder", async () => {
    const { PATH } = process.env;
    for (const place of ["git", "bin/git"]) {
      repository.write(place, "#!/bin/sh\n: > ran\n");
      chmodSync(join(repository.folder, place), 0o755);
    }
    try {
      process.env.PATH = `.${delimiter}bin${delimiter}${delimiter}${PATH}`;
      assert.equal(typeof (await repository.at(name("v1"))), "object");
    } finally {
      process.env.PATH = PATH;
    }
    assert.equal(existsSync(join(repository.folder, "ran")), false);
  });

  it("is not guessed at where a partial clone has left out a part of it, and nothing is fetched", async () => {
    const clone = new Repository();
    try {
      clone.write("a.md", "one");
      clone.commit("2026-10-01");
      clone.git("tag", "v1");
      clone.write("a.md", "two");
      clone.commit("2026-11-01");
      const blob = clone.git("rev-parse", "v1:a.md").trim();
      rmSync(join(clone.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
      clone.git("config", "core.repositoryFormatVersion", "1");
      clone.git("config", "extensions.partialClone", "origin");
      clone.git("config", "remote.origin.promisor", "true");
      clone.git("config", "remote.origin.url", "ext::touch ran");
      assert.match((await clone.at(name("v1"))) as string, /has left out documents/);
      assert.deepEqual(await clone.at(name("HEAD")), { "a.md": "two" });
      assert.equal(existsSync(join(clone.folder, "ran")), false);
    } finally {
      clone.remove();
    }
  });

  it("starts nothing that the repository has set up", async () => {
    repository.git("config", "core.fsmonitor", "touch ran; false");
    repository.git("config", "core.pager", "touch ran");
    repository.git("config", "alias.ls-tree", "!touch ran");
    repository.git("config", "filter.x.smudge", "touch ran");
    repository.git("config", "diff.x.textconv", "touch ran");
    repository.write(".gitattributes", "*.md filter=x diff=x\n");
    const known = await repository.at(name("v1"));
    assert.equal(typeof known, "object");
    assert.doesNotMatch(repository.git("-c", "core.fsmonitor=false", "status", "--porcelain"), /ran/);
  });
});
