import assert from "node:assert/strict";
import fc from "fast-check";
import {
  foldStatus,
  type Phase,
  phaseOf,
  phases,
  plainStatus,
  showPhase,
  showStatus,
  statusWords,
} from "../../../server/src/model/phase.ts";

const table: Readonly<Record<Phase, string>> = {
  draft: "idea backlog todo open new discovery proposed on-hold paused deferred draft",
  active: "planned committed approved accepted review in-progress in-development blocked at-risk tracking beta active",
  done: "shipped launched released live ga complete completed closed achieved done",
  dropped: "cancelled canceled rejected missed superseded deprecated archived wont-do dropped",
};

describe("phases of a status", () => {
  for (const phase of phases) {
    it(`knows the words for ${phase}`, () => {
      for (const word of table[phase].split(" ")) assert.equal(phaseOf(word), phase, word);
    });
  }

  it("ignores case, space, hyphen and underscore", () => {
    for (const word of ["In Progress", "in_progress", "IN-PROGRESS", "inprogress", " in  progress ", "in‑progress"]) {
      assert.equal(phaseOf(word), "active", word);
    }
    assert.equal(phaseOf("To Do"), "draft");
    assert.equal(phaseOf("Won't Do"), "dropped");
    assert.equal(phaseOf("Won’t do"), "dropped");
  });

  it("reads past signs, emphasis and notes", () => {
    const read: readonly (readonly [string, Phase])[] = [
      ["✅ Complete", "done"],
      ["🗓️ Planned", "active"],
      ["**Draft**", "draft"],
      ["Done (2024)", "done"],
      ["Done.", "done"],
      ["✅ Completed 2025-11-24 - with a dark theme", "done"],
      ["in-progress: waits for legal", "active"],
      ["deferred. Not before the model is there", "draft"],
      ["Draft <!-- for now -->", "draft"],
      ["On hold – budget", "draft"],
    ];
    for (const [status, phase] of read) assert.equal(phaseOf(status), phase, status);
  });

  it("does not guess", () => {
    for (const status of [
      "",
      "✅",
      "shiped",
      "draft|active|done",
      "not done",
      "Partially complete",
      "constructor",
      "tbd",
    ]) {
      assert.equal(phaseOf(status), undefined, status);
    }
  });

  it("counts an accepted decision as done", () => {
    assert.equal(phaseOf("Accepted", { base: "decision", statuses: new Map() }), "done");
    assert.equal(phaseOf("Accepted", { base: "feature", statuses: new Map() }), "active");
    assert.equal(phaseOf("Proposed", { base: "decision", statuses: new Map() }), "draft");
  });

  it("lets a project's own words win", () => {
    const kind = {
      base: "feature",
      statuses: new Map([
        [foldStatus("Being Built"), "active"],
        [foldStatus("live"), "active"],
        [foldStatus("killed"), "Dropped"],
        [foldStatus("odd"), "no phase"],
      ]),
    };
    assert.equal(phaseOf("being-built", kind), "active");
    assert.equal(phaseOf("Being built (slowly)", kind), "active");
    assert.equal(phaseOf("Live", kind), "active");
    assert.equal(phaseOf("killed", kind), "dropped");
    assert.equal(phaseOf("odd", kind), undefined);
    assert.equal(phaseOf("shipped", kind), "done");
  });

  it("offers words that it reads itself, phase by phase, each once", () => {
    for (const { status, phase } of statusWords) {
      assert.equal(phaseOf(status), phase, status);
      assert.match(status, /^[a-z]+(?:-[a-z]+)*$/);
    }
    assert.equal(new Set(statusWords.map(({ status }) => status)).size, statusWords.length);
    assert.deepEqual([...new Set(statusWords.map(({ phase }) => phase))], [...phases]);
    for (const phase of phases) assert.equal(statusWords.find((word) => word.phase === phase)?.status, phase);
  });

  it("shows phases and statuses", () => {
    assert.deepEqual(
      phases.map((phase) => String(showPhase(phase))),
      ["Draft", "Active", "Done", "Dropped"],
    );
    assert.equal(plainStatus("✅ **Complete**"), "Complete");
    assert.equal(plainStatus("Done (2024)"), "Done (2024)");
    assert.equal(showStatus("In_Progress"), "in progress");
    assert.equal(showStatus("✅ on-hold"), "on hold");
  });

  it("never throws, and dressing a word up changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void phaseOf(text)));
    const dressed = fc.tuple(
      fc.constantFrom(...statusWords),
      fc.constantFrom("", "✅ ", "**", "- "),
      fc.constantFrom("", ".", " (x)", ": y"),
    );
    fc.assert(
      fc.property(dressed, fc.boolean(), ([{ status, phase }, before, after], upper) => {
        assert.equal(phaseOf(before + (upper ? status.toUpperCase() : status) + after), phase);
      }),
    );
  });
});
