import { tell, type Words } from "../base/say.ts";

/** What was asked for cannot be done, and the sentence says why: it is shown to whoever asked, and is no fault. */
export class Refusal extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(tell(words));
    this.words = words;
  }
}
