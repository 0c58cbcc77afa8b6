/** Values of VS Code's `editor.quickSuggestions`: whether a list opens by itself while somebody types, by where they type. */
export interface QuickSuggestions {
  readonly other: unknown;
  readonly comments: unknown;
  readonly strings: unknown;
}

/** Whether lists open in the block at the top, whose fields and values are strings to VS Code. */
export function opensInBlock(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  const strings = isObject(value) ? value.strings : undefined;
  return strings === true || strings === "on";
}

/** The same with the block switched on, and everything else as it is: prose is `other`. */
export function withBlock(value: unknown): QuickSuggestions {
  const { other = "off", comments = "off" } = isObject(value)
    ? value
    : { other: value ?? "off", comments: value ?? "off" };
  return { other: word(other), comments: word(comments), strings: "on" };
}

function word(value: unknown): unknown {
  return typeof value === "boolean" ? (value ? "on" : "off") : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
