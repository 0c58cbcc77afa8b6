import assert from "node:assert/strict";
import { after, drop, filesOf } from "../../gestures.ts";

const plan = filesOf(`
  //- throughline.yaml
  kinds:
    feature: { fields: { stage: { type: enum, values: [alpha, beta] } } }
    rfc: { extends: feature, prefix: RFC }
  people: [{ handle: ana, name: Ana Li }, bo]
  //- shops.md
  ---
  type: audience
  id: AUD-1
  title: Shops
  ---
  //- kids.md
  ---
  type: audience
  id: AUD-2
  title: Kids
  ---
  //- pay.md
  ---
  type: feature
  id: FEAT-1
  title: Pay
  stage: alpha
  tags: [money, cards]
  audience: [shops.md, AUD-2]
  ---
  //- wallet.md
  ---
  type: feature
  id: FEAT-2
  title: Wallet
  stage: Beta
  tags: cards
  ---
  //- launch.md
  ---
  type: launch
  id: LAUNCH-1
  title: Spring
  tags: shows
  ---
`);

function dropped(by: string, rows: readonly string[], onto: string): readonly string[] {
  const changed = after(drop(plan, { by }, rows, onto), plan);
  return [...plan].flatMap(([path, before]) => {
    const [one, other] = [before.split("\n"), changed.get(path)!.split("\n")];
    return [
      ...one.filter((line) => !other.includes(line)).map((line) => `${path} - ${line}`),
      ...other.filter((line) => !one.includes(line)).map((line) => `${path} + ${line}`),
    ];
  });
}

describe("a row that is dropped in a roadmap by any field", () => {
  it("says what the group says", () => {
    assert.deepEqual(dropped("stage", ["Pay"], "beta"), ["pay.md - stage: alpha", "pay.md + stage: beta"]);
    assert.deepEqual(dropped("tags", ["Spring"], "money"), ["launch.md - tags: shows", "launch.md + tags: money"]);
  });

  it("leaves the one of several values that it stood there for", () => {
    assert.deepEqual(dropped("tags", ["money > Pay"], "shows"), [
      "pay.md - tags: [money, cards]",
      "pay.md + tags: [shows, cards]",
    ]);
  });

  it("is linked with what the group is, in the place of what it stood below", () => {
    assert.deepEqual(dropped("audience", ["Wallet"], "Kids"), ["wallet.md + audience: AUD-2"]);
    assert.deepEqual(dropped("audience", ["Kids > Pay"], "Audience: none"), [
      "pay.md - audience: [shops.md, AUD-2]",
      "pay.md + audience: [shops.md]",
    ]);
  });
});
