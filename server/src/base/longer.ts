/**
 * A list with room for so many and a quarter more, filled up with something: at once, because the first number that is asked
 * for may be the last of fifty thousand. A list with holes is no list for the engine that runs this.
 */
export function longer<T>(list: readonly T[], length: number, filler: T): T[] {
  const room = Math.max(length, (list.length * 5) >> 2);
  return list.concat(new Array<T>(room - list.length).fill(filler));
}
