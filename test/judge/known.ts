/** A text that we read otherwise than remark, and why we leave it at that. */
export interface Known {
  readonly text: string;
  readonly reason: string;
}

/** None of these was seen in a real document; the fuzzer found them. */
export const known: readonly Known[] = [
  {
    text: ">>\n>",
    reason: "remark lets an inner quote end at the text's last sign when that line is nothing but the outer quote's.",
  },
  {
    text: "[^1]:-\n    -",
    reason: "remark lets an empty item in a footnote end where the next line starts, not where its own does.",
  },
  {
    text: "- [\n  ] x",
    reason: "remark takes a checkbox whose blank is a line's end.",
  },
  {
    text: "- [\t] x",
    reason: "remark takes a checkbox with a tab where the tab is one column wide.",
  },
  {
    text: "a://[A-1](b)",
    reason:
      "Everything up to the next blank is an address for us, links in it included; the judge looks at each text alone.",
  },
];
