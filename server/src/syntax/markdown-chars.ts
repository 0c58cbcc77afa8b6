/** Questions about single UTF-16 code units. `NaN`, which `charCodeAt` gives beyond the end, answers none of them. */

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

export function isBlankOrBreak(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** ASCII punctuation: what a backslash can escape. */
export function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** ASCII control characters but NUL, which Markdown reads as U+FFFD. */
export function isControl(code: number): boolean {
  return (code > 0 && code < 32) || code === 127;
}

const whitespace = /\s/;
const punctuation = /[\p{P}\p{S}]/u;
const wordlike = /[\p{L}\p{N}\p{M}]/u;

export function isUnicodeWhitespace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return whitespace.test(String.fromCharCode(code));
}

export function isUnicodePunctuation(code: number): boolean {
  if (code < 128) return code === 0 || isEscapable(code);
  return punctuation.test(String.fromCharCode(code));
}

/** A letter or digit of any script; half a surrogate pair counts as none. */
export function isWordlike(code: number): boolean {
  if (code < 128) return isAlphanumeric(code);
  return wordlike.test(String.fromCharCode(code));
}
