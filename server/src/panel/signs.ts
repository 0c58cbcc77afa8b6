import { type Element, h } from "./node.ts";
import type { Tone } from "./scene.ts";

/**
 * A sign for each state, 12 wide and 12 high. Not everybody tells red from green: a circle, a triangle and a diamond are told
 * apart without colour.
 */
export const signPaths: Readonly<Record<Tone, string>> = {
  "on-track": "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z",
  "at-risk": "M6 1.2L11.4 10.6H.6z",
  "off-track": "M6 .6L11.4 6L6 11.4L.6 6z",
  unknown: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zm0 1.5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z",
  draft: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zm0 1.2a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 1 1 0-6.6z",
  done: "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zm2.3 3l1 1-3.9 3.9-2.4-2.4 1-1 1.4 1.4z",
  dropped: "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10zm-2.8 4.3h5.6v1.4h-5.6z",
};

export function sign(tone: Tone): Element {
  return h(
    "svg",
    { class: `sign ${tone}`, viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" },
    h("path", { d: signPaths[tone], "fill-rule": "evenodd" }),
  );
}
