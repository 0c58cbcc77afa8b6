/**
 * Remembers `compute` per text, for the texts that were asked for last: a plan has few statuses, dates and names, and each
 * is asked for thousands of times.
 */
export function remember<Output>(compute: (text: string) => Output): (text: string) => Output {
  const known = new Map<string, Output>();
  return (text) => {
    let output = known.get(text);
    if (output === undefined && !known.has(text)) {
      if (known.size >= most) known.clear();
      known.set(text, (output = compute(text)));
    }
    return output!;
  };
}

const most = 1000;
