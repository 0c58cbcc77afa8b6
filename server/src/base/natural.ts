/**
 * Orders texts as people do, the same on every machine: digits by their number (`FEAT-9` before `FEAT-10`),
 * then letters without their case, and only at the very end by their exact characters. A total order.
 */
export function compareNatural(a: string, b: string): number {
  const byValue = compareFolded(a.toLowerCase(), b.toLowerCase());
  if (byValue !== 0) return byValue;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareFolded(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (isDigit(a.charCodeAt(i)) && isDigit(b.charCodeAt(j))) {
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
      const difference = a.charCodeAt(i) - b.charCodeAt(j);
      if (difference !== 0) return difference;
      i++;
      j++;
    }
  }
  return a.length - i - (b.length - j);
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
