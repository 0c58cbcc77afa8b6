import { groupings } from "../../../server/src/roadmap/all.ts";
import { roadmapJson } from "../../../server/src/roadmap/json.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import { drawRoadmap } from "../../draw-roadmap.ts";
import { checkGolden, engineOverFolder } from "../../golden.ts";

describe("the roadmap of the sample", () => {
  const engine = engineOverFolder("examples");
  const [project] = engine.workspace.projects();

  for (const { id: by } of groupings) {
    it(`by ${by} is what a product manager wants to see`, () => {
      checkGolden(`roadmap/${by}.tree.txt`, drawRoadmap(engine, { by }));
      checkGolden(`roadmap/${by}.txt`, `${roadmapText(project!.query, { by })}\n`);
    });
  }

  it("has all its done work in the terminal too, when it is asked for", () => {
    checkGolden("roadmap/goal.done.txt", `${roadmapText(project!.query, { by: "goal", showDone: true })}\n`);
  });

  it("is the same for programs", () => {
    const json = roadmapJson(project!.query, { by: "goal" }, { fileOf: ({ file }) => file.path });
    checkGolden("roadmap/goal.json", `${JSON.stringify(json, undefined, 2)}\n`);
  });
});
