import { checkProblems } from "../../check.ts";

describe("links in double brackets", () => {
  it("take names, paths and the ends of paths, as vaults write them", () => {
    checkProblems(
      `
      //- prds/wallet.md
      ---
      type: prd
      id: PRD-1
      ---
      [[meeting]], [[notes/meeting]], [[notes/meeting.md]], [[old/meeting|the old one]], ![[photo.png]], [[PRD-1#Scope]],
      [[notes/meting]]
        ^^^^^^^^^^^^ error unknown-reference
      //- notes/meeting.md
      # Notes
      `,
      { only: "unknown-reference" },
    );
  });
});

describe("two spellings of one field", () => {
  it("are told of, since only the first counts", () => {
    checkProblems(
      `
      //- prd.md
      ---
      type: prd
      Owner: ana
      owner: bo
      ^^^^^ warning duplicate-key
      ---
      `,
      { only: "duplicate-key" },
    );
  });
});
