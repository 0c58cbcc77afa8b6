/**
 * Orders texts as people do, the same on every machine: digits by their number (`FEAT-9` before `FEAT-10`),
 * then letters without their case, and only at the very end by their exact characters. A total order.
 */
export function compareNatural(a: string, b: string): number {
  if (a === b) return 0;
  const byValue = comparePlain(a, b) ?? compareFolded(a.toLowerCase(), b.toLowerCase(), 0)!;
  if (byValue !== 0) return byValue;
  return a < b ? -1 : 1;
}

/** Lists are sorted by their titles over and over: nothing is copied for that. Undefined where letters are not just `A` to `Z`. */
function comparePlain(a: string, b: string): number | undefined {
  let start = 0;
  for (let code = a.charCodeAt(0); code === b.charCodeAt(start); code = a.charCodeAt(++start))
    if (code > lastPlain) return undefined;
  // A number counts as a whole, so it is read from where it begins.
  while (start > 0 && isDigit(a.charCodeAt(start - 1))) start--;
  return compareFolded(a, b, start, foldPlain);
}

/** Undefined where `fold` does not know a letter. */
function compareFolded(a: string, b: string, start: number, fold = (code: number) => code): number | undefined {
  let i = start;
  let j = start;
  while (i < a.length && j < b.length) {
    const [codeA, codeB] = [fold(a.charCodeAt(i)), fold(b.charCodeAt(j))];
    if (codeA < 0 || codeB < 0) return undefined;
    if (isDigit(codeA) && isDigit(codeB)) {
      const endA = digitsEnd(a, i);
      const endB = digitsEnd(b, j);
      // Without leading zeros the longer number is the greater one, and equally long ones compare as texts.
      const fromA = skipZeros(a, i, endA);
      const fromB = skipZeros(b, j, endB);
      if (endA - fromA !== endB - fromB) return endA - fromA - (endB - fromB);
      for (let k = 0; k < endA - fromA; k++) {
        const difference = a.charCodeAt(fromA + k) - b.charCodeAt(fromB + k);
        if (difference !== 0) return difference;
      }
      i = endA;
      j = endB;
    } else {
      if (codeA !== codeB) return codeA - codeB;
      i++;
      j++;
    }
  }
  return a.length - i - (b.length - j);
}

const lastPlain = 127;

function foldPlain(code: number): number {
  if (code > lastPlain) return -1;
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function skipZeros(text: string, from: number, end: number): number {
  let at = from;
  while (at < end - 1 && text.charCodeAt(at) === 48) at++;
  return at;
}
