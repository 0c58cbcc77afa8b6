import assert from "node:assert/strict";
import fc from "fast-check";
import type { Person } from "../../../server/src/model/config.ts";
import { identify, readPeople } from "../../../server/src/model/person.ts";
import { renderMarks } from "../../fixture.ts";

/** "handle|name|email" of each person. */
function brief(text: string): string {
  return readPeople(text)
    .map(({ handle, name, email }) => [handle ?? "", name ?? "", email ?? ""].join("|"))
    .join(" + ");
}

const forms: readonly (readonly [string, string])[] = [
  ["ana", "ana||"],
  ["@ana", "ana||"],
  ['"@ana"', "ana||"],
  ["“@ana”", "ana||"],
  ["Ana", "Ana||"],
  ["Ana Li", "|Ana Li|"],
  ["Ana Li <ana@example.org>", "|Ana Li|ana@example.org"],
  ["Ana Li (ana@example.org)", "|Ana Li|ana@example.org"],
  ["ana@example.org", "||ana@example.org"],
  ["<ana@example.org>", "||ana@example.org"],
  ["Ana Li @ana", "ana|Ana Li|"],
  ["Ana Li (@ana)", "ana|Ana Li|"],
  ["@ana (Ana Li)", "ana||"],
  ["[Ana Li](https://example.org/ana)", "|Ana Li|"],
  ["[@ana](https://example.org/ana)", "ana||"],
  ["[[Ana Li]]", "|Ana Li|"],
  ["@acme/payments", "acme/payments||"],
  ["ana - networking", "ana||"],
  ["Ana Li (QA)", "|Ana Li|"],
  ["Anne-Marie O'Neil", "|Anne-Marie O'Neil|"],
  ["Jaime Caamaño", "|Jaime Caamaño|"],
  ["李娜", "李娜||"],
  ["ana, bo", "ana|| + bo||"],
  ["Ana Li, @bo; Cy & Di and Ed", "|Ana Li| + bo|| + Cy|| + Di|| + Ed||"],
  ["Andy Sand", "|Andy Sand|"],
  ["", ""],
  [" , ", ""],
  ["@", ""],
  ["—", ""],
];

const people: readonly Person[] = [
  { handle: "ana", name: "Ana Li" },
  { handle: "@bo", name: undefined, email: "b.olsen@example.org" },
];

describe("people", () => {
  for (const [text, expected] of forms) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(brief(text), expected));
  }

  it("says where each stands", () => {
    const text = 'Ana Li <a@x.org>,  "@bo" and cy';
    assert.equal(
      renderMarks(
        text,
        readPeople(text).map(({ span, text: label }) => ({ span, label })),
      ),
      [text, "^^^^^^^^^^^^^^^^ Ana Li <a@x.org>", `${" ".repeat(20)}^^^ @bo`, `${" ".repeat(29)}^^ cy`, ""].join("\n"),
    );
  });

  it("takes every way to write a person for that person", () => {
    const key = (text: string) => identify(readPeople(text)[0]!, people).key;
    for (const text of ["ana", "@Ana", "Ana Li", "ANA LI", "Ana Li <ana@x>", "ana@example.org", "[[Ana Li]]"]) {
      assert.equal(key(text), "ana", text);
    }
    assert.equal(identify(readPeople("b.olsen@example.org")[0]!, people).person, people[1]);
    assert.equal(identify(readPeople("bo")[0]!, people).person, people[1]);
    assert.equal(key("@bo"), "bo");
  });

  it("is quick on a paragraph", () => {
    assert.equal(readPeople("a".repeat(1_000_000)).length, 1);
  });

  it("labels people by name, and strangers as they are written", () => {
    const label = (text: string) => identify(readPeople(text)[0]!, people).label;
    assert.equal(label("@ana"), "Ana Li");
    assert.equal(label("Cy Dee <cy@x.org>"), "Cy Dee");
    assert.equal(label("@cy"), "cy");
    assert.equal(label("cy@x.org"), "cy@x.org");
    assert.equal(identify(readPeople("Cy")[0]!, people).person, undefined);
    assert.equal(identify(readPeople("Cy")[0]!, []).key, identify(readPeople("@cy")[0]!, []).key);
  });

  it("never throws, and its spans are what it read", () => {
    const piece = fc.constantFrom("ana", "@", " ", ",", "<", ">", "(", ")", "[", "]", "x.org", " and ", "-", "é", "🚀");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const person of readPeople(text)) {
          assert.ok(person.span.start >= end && person.span.end > person.span.start);
          assert.equal(text.slice(person.span.start, person.span.end), person.text);
          assert.ok(identify(person, people).key !== "");
          end = person.span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
