/** Remembers `compute` for the objects that were asked about last, and holds on to no others. */
export function recent<Input extends object, Output>(compute: (input: Input) => Output): (input: Input) => Output {
  const known = new Map<Input, Output>();
  return (input) => {
    let output = known.get(input);
    if (output === undefined) {
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(input, (output = compute(input)));
    }
    return output;
  };
}

const most = 16;
