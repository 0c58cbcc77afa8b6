import { deepEqual, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { type RoadmapDiff, roadmapDiff } from "../../server/src/protocol.ts";
import { overEach, plan } from "./over-each.ts";
import { transports } from "./transports.ts";

overEach(
  "what changed since a commit",
  (start) => {
    const more = `${plan}//- FEAT-2.md\n---\ntype: feature\nid: FEAT-2\nowner: bo\nstatus: draft\n---\n# Wallet\n`;

    it("is what the command line says, which reads the past from nothing", async () => {
      const client = await start(more);
      const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: client.folder });
      git("init", "-q");
      git("add", "-A");
      git("-c", "user.name=ana", "-c", "user.email=a@x", "commit", "-q", "--no-verify", "-m", "one");
      const ask = () =>
        client.request<RoadmapDiff>(roadmapDiff, { revision: { type: "name", names: ["HEAD"] }, name: "HEAD" });
      const cli = () =>
        execFileSync(process.execPath, ["dist/cli.cjs", "diff", "--format", "markdown", "--root", client.folder], {
          encoding: "utf8",
        }).trim();
      equal((await ask()).markdown.trim(), cli());
      const done = more.slice(more.indexOf("//- FEAT-1.md\n") + 14, more.indexOf("//- FEAT-2.md"));
      client.write("FEAT-1.md", done.replace("status: active", "status: shipped"));
      client.watched("FEAT-1.md", 2);
      await client.eventually("FEAT-1.md", []);
      client.remove("FEAT-2.md");
      client.watched("FEAT-2.md", 3);
      client.write("FEAT-3.md", "---\ntype: feature\nid: FEAT-3\nowner: bo\nstatus: draft\n---\n# Gifts\n");
      client.watched("FEAT-3.md", 1);
      await client.eventually("FEAT-3.md", []);
      const { markdown, items } = await ask();
      match(markdown, /One-tap pay/);
      deepEqual(items.map(({ item }) => item).sort(), ["FEAT-1", "FEAT-3"]);
      equal(markdown.trim(), cli());
    });

    it("counts what is not saved, and all that another configuration says", async () => {
      const client = await start(`${more}//- throughline.yaml\npeople: [ana, bo]\n`);
      const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: client.folder });
      git("init", "-q");
      git("add", "-A");
      git("-c", "user.name=ana", "-c", "user.email=a@x", "commit", "-q", "--no-verify", "-m", "one");
      const items = async () => {
        const diff = await client.request<RoadmapDiff>(roadmapDiff, {
          revision: { type: "name", names: ["HEAD"] },
          name: "HEAD",
        });
        return diff.items.map(({ item }) => item).sort();
      };
      client.open("GOAL-1.md");
      client.edit("GOAL-1.md", "status: done  ", { start: { line: 4, character: 0 }, end: { line: 4, character: 14 } });
      deepEqual(await items(), ["GOAL-1"]);
      client.open("throughline.yaml");
      client.edit("throughline.yaml", "people: [ana, bo]\nstatus: { draft: done }\n");
      deepEqual(await items(), ["FEAT-2", "GOAL-1"]);
    });
  },
  transports.filter(({ name }) => name === "stdio"),
);
