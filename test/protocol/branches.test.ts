import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { documentsElsewhere } from "../../server/src/main/branches.ts";

/** A repository that a test may do with as it likes. */
class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), "throughline-branches-"));

  git(...args: readonly string[]): string {
    const who = {
      GIT_AUTHOR_NAME: "ana",
      GIT_AUTHOR_EMAIL: "a@x",
      GIT_COMMITTER_NAME: "ana",
      GIT_COMMITTER_EMAIL: "a@x",
    };
    const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: "/dev/null" };
    return execFileSync("git", [...args], {
      cwd: this.folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  commit(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    this.git("add", "-A");
    this.git("commit", "-q", "--no-verify", "-m", "more");
  }

  /** A branch from the commit at hand, with these files, and back. */
  branch(name: string, files: Readonly<Record<string, string>>): void {
    const back = this.git("rev-parse", "--abbrev-ref", "HEAD").trim();
    this.git("checkout", "-q", "-b", name);
    this.commit(files);
    this.git("checkout", "-q", back);
  }

  /** What other branches have, path and text, in an order of their own. */
  async elsewhere(below = ""): Promise<readonly string[]> {
    const root = `${pathToFileURL(this.folder).href}${below}`;
    const { documents = [] } = (await documentsElsewhere(root, undefined)) ?? {};
    return documents.map(({ uri, text }) => `${decodeURIComponent(uri.slice(root.length + 1))} ${text}`).sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe("what other branches have", () => {
  const repository = new Repository();
  const root = pathToFileURL(repository.folder).href;
  after(() => repository.remove());

  before(() => {
    repository.git("init", "-q", "-b", "main");
    repository.commit({ "a.md": "here", "prds/a.md": "here, too" });
  });

  it("is nothing while there are none", async () => deepEqual(await repository.elsewhere(), []));

  it("is their documents, in every version, and nothing that is here", async () => {
    repository.branch("feature/ü", { "prds/b (1).md": "one", "code.ts": "no document" });
    repository.git("checkout", "-q", "feature/ü");
    repository.commit({ "prds/b (1).md": "two" });
    repository.git("checkout", "-q", "main");
    deepEqual(await repository.elsewhere(), ["prds/b (1).md one", "prds/b (1).md two"]);
  });

  it("counts from the folder that is open", async () =>
    deepEqual(await repository.elsewhere("/prds"), ["b (1).md one", "b (1).md two"]));

  it("includes what was fetched of others", async () => {
    repository.branch("theirs", { "c.md": "theirs" });
    repository.git("update-ref", "refs/remotes/origin/main", "theirs");
    repository.git("branch", "-q", "-D", "theirs");
    deepEqual(await repository.elsewhere(), ["c.md theirs", "prds/b (1).md one", "prds/b (1).md two"]);
  });

  it("is not read again while no branch has moved", async () => {
    const first = (await documentsElsewhere(root, undefined))!;
    equal((await documentsElsewhere(root, first.state))!.documents, undefined);
    repository.branch("later", { "d.md": "later" });
    ok((await documentsElsewhere(root, first.state))!.documents!.some(({ text }) => text === "later"));
  });

  it("is not even asked for while nothing was written where branches are kept", async () => {
    const longAgo = new Date(Date.now() - 60_000);
    const age = () => {
      const folder = join(repository.folder, ".git");
      for (const place of readdirSync(folder, { recursive: true, encoding: "utf8" }))
        if (/^(?:HEAD|packed-refs|refs.*)$/.test(place)) utimesSync(join(folder, place), longAgo, longAgo);
    };
    age();
    const first = (await documentsElsewhere(root, undefined))!;
    const { PATH } = process.env;
    const asked = async () => {
      // Without a git to ask, only who does not ask knows anything.
      process.env.PATH = "/nowhere";
      try {
        return await documentsElsewhere(root, first.state);
      } finally {
        process.env.PATH = PATH;
      }
    };
    equal((await asked())?.state, first.state);
    for (const move of [
      ["branch", "one-more"],
      ["update-ref", "refs/remotes/origin/other", "HEAD"],
      ["update-ref", "refs/heads/feature/ü", "main"],
      ["pack-refs", "--all"],
      ["checkout", "-q", "one-more"],
    ]) {
      age();
      const last = (await documentsElsewhere(root, undefined))!;
      repository.git(...move);
      notEqual((await documentsElsewhere(root, last.state))!.state, last.state, move.join(" "));
    }
    repository.git("checkout", "-q", "main");
  });

  it("is here once it was merged", async () => {
    repository.git("merge", "-q", "later");
    ok(!(await repository.elsewhere()).includes("d.md later"));
  });

  it("takes little longer with two hundred branches", async () => {
    const commit = repository.git("rev-parse", "later").trim();
    const updates = Array.from({ length: 200 }, (_, n) => `create refs/heads/many/${n} ${commit}`).join("\n");
    execFileSync("git", ["update-ref", "--stdin"], { cwd: repository.folder, input: `${updates}\n` });
    for (let n = 0; n < 10; n++) repository.branch(`work/${n}`, { [`prds/${n}.md`]: `work ${n}` });
    const before = process.cpuUsage();
    const found = await repository.elsewhere();
    const { user, system } = process.cpuUsage(before);
    equal(found.filter((line) => /^prds\/\d\.md work \d$/.test(line)).length, 10);
    ok(user + system < 1_000_000, `${user + system} µs`);
  });

  it("is read without anything being run that the repository names", async () => {
    const trap = join(repository.folder, "trap.sh");
    const told = join(repository.folder, "told");
    writeFileSync(trap, `#!/bin/sh\ntouch '${told}'\n`);
    chmodSync(trap, 0o755);
    mkdirSync(join(repository.folder, ".git/hooks"), { recursive: true });
    for (const hook of ["post-checkout", "reference-transaction", "post-index-change"]) {
      writeFileSync(join(repository.folder, ".git/hooks", hook), `#!/bin/sh\ntouch '${told}'\n`);
      chmodSync(join(repository.folder, ".git/hooks", hook), 0o755);
    }
    for (const key of [
      "core.fsmonitor",
      "core.pager",
      "core.editor",
      "core.sshCommand",
      "diff.external",
      "alias.rev-list",
      "alias.cat-file",
    ])
      repository.git("config", key, key.startsWith("alias") ? `!${trap}` : trap);
    repository.git("config", "filter.x.smudge", trap);
    repository.git("config", "diff.x.textconv", trap);
    writeFileSync(join(repository.folder, ".gitattributes"), "*.md filter=x diff=x\n");
    rmSync(told, { force: true });
    ok((await repository.elsewhere()).length > 10);
    equal(existsSync(told), false);
  });

  it("is nothing in a partial clone that has not fetched it, and nothing is fetched", async () => {
    const blob = repository.git("rev-parse", "work/3:prds/3.md").trim();
    rmSync(join(repository.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)), { force: true });
    repository.git("config", "extensions.partialClone", "origin");
    repository.git("config", "remote.origin.promisor", "true");
    repository.git("config", "remote.origin.url", "https://127.0.0.1:9/nowhere");
    const { documents = [], note } = (await documentsElsewhere(root, undefined)) ?? {};
    ok(documents.some(({ text }) => text === "work 4") && !documents.some(({ text }) => text === "work 3"));
    match(String(note ?? ""), /^Of the \d+ documents on other branches, \d+ were read\.$|^$/);
  });
});

describe("a folder without a repository", () => {
  it("starts no git; one that a link leads into a repository does", async () => {
    const [bare, repository] = [mkdtempSync(join(tmpdir(), "throughline-bare-")), new Repository()];
    const { PATH } = process.env;
    try {
      repository.git("init", "-q");
      mkdirSync(join(repository.folder, "deep"));
      symlinkSync(join(repository.folder, "deep"), join(bare, "link"), "junction");
      mkdirSync(join(bare, "bin"));
      const told = join(bare, "told");
      writeFileSync(join(bare, "bin/git"), `#!/bin/sh\n: > '${told}'\n`, { mode: 0o755 });
      process.env.PATH = `${join(bare, "bin")}:${PATH}`;
      await documentsElsewhere(pathToFileURL(bare).href, undefined);
      equal(existsSync(told), false);
      await documentsElsewhere(pathToFileURL(join(bare, "link")).href, undefined);
      equal(existsSync(told), true);
    } finally {
      process.env.PATH = PATH;
      rmSync(bare, { recursive: true, force: true });
      repository.remove();
    }
  });

  it("has no other branches, and one without a commit has none yet", async () => {
    const repository = new Repository();
    try {
      equal(await documentsElsewhere(pathToFileURL(repository.folder).href, undefined), undefined);
      repository.git("init", "-q", "-b", "main");
      deepEqual(await repository.elsewhere(), []);
      repository.commit({ "a.md": "here" });
      repository.git("checkout", "-q", "--orphan", "fresh");
      deepEqual(await repository.elsewhere(), ["a.md here"]);
    } finally {
      repository.remove();
    }
  });
});
