/** How an address is written: as Markdown's destination, bare or in `<…>`, or in a field where YAML and lists have signs of their own. */
export type AddressForm = "bare" | "angle" | "field";

/** A name in a path as it is written in an address, with as few escapes as can be: letters of all scripts stay as they are. */
export function encodeSegment(name: string, form: AddressForm, like: string): string {
  const blanks = form === "angle" || (form === "field" && like.includes(" "));
  // Who wrote `%C3%BC` for ü gets the same again.
  const ascii = /%[89A-F][\dA-F]/i.test(like);
  let encoded = "";
  for (const char of name) {
    const isWritten = char === " " ? blanks : !special[form].test(char) && (!ascii || char <= "\u007F");
    encoded += isWritten ? char : escaped(char);
  }
  return encoded;
}

const special: Readonly<Record<AddressForm, RegExp>> = {
  bare: /[\p{Cc}\s%#?"\\[\]{}()<>|`&:]/u,
  angle: /[\p{Cc}%#?\\<>|&\n]/u,
  field: /[\p{Cc}\s%#?"'\\[\]{}()<>|`:,]/u,
};

function escaped(char: string): string {
  const encoded = encodeURIComponent(char.replace(/\p{Cs}/gu, "\uFFFD"));
  return encoded !== char ? encoded : `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
