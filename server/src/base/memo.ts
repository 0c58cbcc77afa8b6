/**
 * Remembers `compute` per input object, for as long as that object lives.
 * Replacing an immutable object drops what was derived from it, so nothing is ever invalidated by hand.
 */
export function memo<Input extends object, Output>(compute: (input: Input) => Output): (input: Input) => Output {
  const known = new WeakMap<Input, { readonly output: Output }>();
  return (input) => {
    let hit = known.get(input);
    if (hit === undefined) {
      hit = { output: compute(input) };
      known.set(input, hit);
    }
    return hit.output;
  };
}
