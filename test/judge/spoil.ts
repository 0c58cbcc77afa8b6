/** A whole number below the given one. */
export type Random = (below: number) => number;

/** The same numbers for the same seed. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const bits = [
  ..."`*_~[]()<>!#-+=|:\\&{}\"'/.,;@^ \t\n\r0129aAbxXwW\u00a0é\u2014\0",
  ..."  \n\n\n-->[]|",
  "\r\n",
  "    ",
  "  ",
  "> ",
  "- ",
  "1. ",
  "2) ",
  "- [ ] ",
  "* [x] ",
  "```",
  "~~~",
  "***",
  "---",
  "===",
  "|---|---|",
  "| a | b |",
  ":-:|-",
  "<!--",
  "-->",
  "<div>",
  "</p>",
  "<a href='x'>",
  "<b/>",
  "<?",
  "?>",
  "<![CDATA[",
  "]]>",
  "<pre>",
  "</pre>",
  "https://a.b/c",
  "http://",
  "www.a.b",
  "a.b@c.de",
  "mailto:",
  "<https://x.y>",
  "[a]: b",
  "[a]",
  "[b][a]",
  "![",
  "](",
  "](c 'd')",
  "[^1]",
  "[^1]: ",
  "&amp;",
  "&#33;",
  "GOAL-1",
  "# ",
  "####### ",
  "**",
  "``",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n  ",
  "\n    ",
  "\n\t",
];

/** A text of Markdown's signs alone. */
export function soup(pick: Random): string {
  let text = "";
  for (let left = 1 + pick(25); left > 0; left--) text += bits[pick(bits.length)];
  return text;
}

/** A text with some lines and characters deleted, doubled, moved or put in. */
export function spoil(text: string, pick: Random): string {
  let spoilt = text;
  for (let left = 1 + pick(6); left > 0; left--)
    spoilt = pick(3) === 0 ? spoilLine(spoilt, pick) : spoilSign(spoilt, pick);
  return spoilt;
}

function spoilLine(text: string, pick: Random): string {
  const lines = text.split("\n");
  const at = pick(lines.length);
  const line = lines[at]!;
  const prefixes = ["> ", "  ", "    ", "- ", "1. ", "\t", "[^1]: ", "# ", "   "];
  const change = pick(6);
  if (change === 0) lines.splice(at, 1);
  else if (change === 1) lines.splice(pick(lines.length + 1), 0, line);
  else if (change === 2) lines[at] = prefixes[pick(prefixes.length)] + line;
  else if (change === 3) lines[at] = line.trimStart();
  else if (change === 4) lines.splice(at, 0, "");
  else lines.splice(at, 2, line + (lines[at + 1] ?? ""));
  return lines.join("\n");
}

function spoilSign(text: string, pick: Random): string {
  const at = pick(text.length + 1);
  const change = pick(3);
  if (change === 0) return text.slice(0, at) + text.slice(at + 1 + pick(3));
  return text.slice(0, at) + bits[pick(bits.length)] + text.slice(change === 1 ? at : at + 1);
}
