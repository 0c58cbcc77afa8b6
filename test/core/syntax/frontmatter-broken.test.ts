import { checkBlock, HALF_TYPED } from "./carets.ts";

describe("a block that is unfinished or broken", () => {
  describe("values that YAML takes for something else", () => {
    it("a colon and a space in a value", () => {
      checkBlock("id: PRD-1\ntitle: Foo: bar\n          ^ warning\nowner: ana", {
        map: { id: "PRD-1", title: "Foo: bar", owner: "ana" },
        fixed: 'id: PRD-1\ntitle: "Foo: bar"\nowner: ana',
      });
    });
    it("a handle", () => {
      checkBlock("id: PRD-1\nowner: @ana\n       ^ warning\ntitle: x", {
        map: { id: "PRD-1", owner: "@ana", title: "x" },
        fixed: 'id: PRD-1\nowner: "@ana"\ntitle: x',
      });
    });
    it("[[X]] is the text it looks like", () => {
      checkBlock("goals: [[Growth]]\nkpis:\n  - [[KPI-1]]\nfeatures: [[[A]], [[B]]]\nid: PRD-1", {
        map: { goals: "[[Growth]]", kpis: ["[[KPI-1]]"], features: ["[[A]]", "[[B]]"], id: "PRD-1" },
      });
    });
  });

  describe("lines that are being typed", () => {
    it("a name without its colon", () => {
      checkBlock("st\n^^ error\ntitle: x\nid: PRD-1", {
        map: { st: HALF_TYPED, title: "x", id: "PRD-1" },
        fixed: "st:\ntitle: x\nid: PRD-1",
      });
    });
    it("a name without a value", () => {
      checkBlock("status:\ntitle: x", { map: { status: "", title: "x" } });
    });
    it("a colon without its space", () => {
      checkBlock("status:x\n      ^ warning\ntitle: y", {
        map: { status: "x", title: "y" },
        fixed: "status: x\ntitle: y",
      });
    });
  });
});
