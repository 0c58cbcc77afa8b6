import assert from "node:assert/strict";
import type { Packed } from "../../../server/src/base/packed.ts";
import { type Answer, Watch } from "../../../server/src/workspace/watch.ts";

const changed = (...keys: readonly string[]) => ({ keys: new Set(keys), edges: new Set<never>() });

/** Some who look at keys, at places and at an answer that was found for all, and one who looks no more. */
function watched(): Watch {
  const watch = new Watch();
  const answers = new Map<string, Answer<number>>();
  watch.run("gone", "gone.md", () => watch.look("nothing else"));
  watch.run("a", "a.md", () => {
    watch.look("name:x");
    watch.lookAt("c.md", 2, "item");
    watch.once(answers, "y", () => {
      watch.look("name:y");
      return 1;
    });
  });
  watch.run("b", "b.md", () => {
    watch.lookAt("c.md", 0, "edges");
    watch.once(answers, "y", () => 2);
  });
  watch.forget("gone");
  return watch;
}

function packed(watch: Watch): Packed {
  const steps = watch.pack();
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const questions = [
  changed("nothing else"),
  changed("name:x"),
  changed("name:y"),
  changed("item:c.md#2"),
  changed("item:c.md#0"),
  { keys: new Set<string>(), edges: new Set([{ path: "c.md", index: 0 }]) },
  changed("name:z"),
];
const told = (watch: Watch) => questions.map((question) => [...watch.of(question)].sort());

describe("who looked at what", () => {
  for (const isTidied of [false, true]) {
    it(`is the same when it was packed${isTidied ? ", tidied up before" : ""}`, () => {
      const expected = told(watched());
      assert.deepEqual(expected, [[], ["a"], ["a", "b"], ["a"], [], ["b"], []]);
      const watch = watched();
      if (isTidied) watch.tidy();
      const other = watched();
      assert.ok(other.unpack(packed(watch)));
      other.run("later", "later.md", () => other.look("name:z"));
      assert.deepEqual(told(other), [...expected.slice(0, -1), ["later"]]);
    });
  }

  it("stays as it is where something else is unpacked", () => {
    const { bytes, text } = packed(watched());
    for (let length = 0; length < bytes.length; length++) {
      const watch = watched();
      assert.equal(watch.unpack({ bytes: bytes.slice(0, length), text }), false);
      assert.deepEqual(told(watch), told(watched()));
    }
  });
});
