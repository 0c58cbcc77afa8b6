import { equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

describe("memory", () => {
  it("is flat through half an hour of typing and switching branches", function () {
    this.timeout(120_000);
    const script = join(import.meta.dirname, "../fuzz/long-life.ts");
    const command = ["--expose-gc", "--import", "tsx", script, "150", "30"];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    equal(status, 0, stderr);
  });
});
