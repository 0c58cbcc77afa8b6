/** Answers equal lists of texts with one and the same, for the lists that came last: thousands of documents have the same fields. */
export function alike(): (list: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (list) => {
    const name = list.length === 1 ? list[0]! : list.join("\0");
    const before = known.get(name);
    if (before?.length === list.length && before.every((text, at) => text === list[at])) return before;
    if (known.size >= most) known.clear();
    known.set(name, list);
    return list;
  };
}

const most = 5000;
