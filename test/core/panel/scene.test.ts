import { groupings } from "../../../server/src/roadmap/all.ts";
import { drawPanel } from "../../draw-panel.ts";
import { checkGolden, engineOverFolder } from "../../golden.ts";

describe("the panel of the sample", () => {
  const engine = engineOverFolder("examples");

  for (const { id: by } of groupings) {
    it(`by ${by} is what a product manager wants to see`, () => {
      checkGolden(`panel/${by}.txt`, drawPanel(engine, { by }));
    });
  }

  it("shows months, and years, and what is done", () => {
    const months = drawPanel(engine, { by: "goal", zoom: "months", showDone: true, width: 96 });
    checkGolden("panel/months.txt", `${months}\n${drawPanel(engine, { by: "goal", zoom: "years" })}`);
  });
});
