/**
 * Those that depend on themselves through others, each with the ring it is on, in an order that follows the links; by name,
 * as what each needs is. Of those that are on a ring with very many, each has the first few behind it. Tarjan's components, without recursion: a plan with 10,000 links in a row is ordinary input.
 */
export function ringsOf(needs: Needs): ReadonlyMap<string, readonly string[]> {
  const rings = new Map<string, readonly string[]>();
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  for (const start of needs.keys()) {
    if (number.has(start)) continue;
    const path: { name: string; at: number }[] = [];
    const enter = (name: string): void => {
      low.set(name, number.size);
      number.set(name, number.size);
      open.push(name);
      isOpen.add(name);
      path.push({ name, at: 0 });
    };
    enter(start);
    while (path.length > 0) {
      const step = path.at(-1)!;
      const { name } = step;
      const other = needs.get(name)?.[step.at++];
      if (other !== undefined) {
        if (!number.has(other)) enter(other);
        else if (isOpen.has(other)) low.set(name, Math.min(low.get(name)!, number.get(other)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low.set(above.name, Math.min(low.get(above.name)!, low.get(name)!));
      if (low.get(name) === number.get(name)) closeComponent(name, open, isOpen, needs, rings);
    }
  }
  return rings;
}

type Needs = ReadonlyMap<string, readonly string[]>;

function closeComponent(
  root: string,
  open: string[],
  isOpen: Set<string>,
  needs: Needs,
  rings: Map<string, readonly string[]>,
): void {
  const members = new Set<string>();
  let member: string;
  do {
    member = open.pop()!;
    isOpen.delete(member);
    members.add(member);
  } while (member !== root);
  if (members.size < 2) return;
  const ringOf = members.size > many ? stepsOn(members, needs) : (one: string) => ring(one, members, needs);
  for (const one of members) rings.set(one, ringOf(one));
}

/** To look for the shortest ring of each one takes as long as there are others. */
const many = 64;
/** More than anybody wants to read. */
const steps = 12;

/**
 * From each one towards the first by name, on the shortest way, and from there to the farthest: whoever takes one step after
 * the other stays among those that wait for each other.
 */
function stepsOn(members: ReadonlySet<string>, needs: Needs): (start: string) => readonly string[] {
  const neededBy = new Map<string, string[]>();
  const sorted = [...members].sort();
  for (const member of sorted) {
    for (const need of needs.get(member) ?? []) {
      if (!members.has(need) || need === member) continue;
      const others = neededBy.get(need);
      if (others === undefined) neededBy.set(need, [member]);
      else others.push(member);
    }
  }
  const first = sorted[0]!;
  const next = new Map([[first, first]]);
  for (const member of next.keys()) {
    for (const other of neededBy.get(member) ?? []) if (!next.has(other)) next.set(other, member);
  }
  const order = new Map([...next.keys()].map((member, at) => [member, at]));
  const farthest = (needs.get(first) ?? []).filter((need) => order.has(need) && need !== first);
  next.set(
    first,
    farthest.reduce((a, b) => (order.get(b)! > order.get(a)! ? b : a)),
  );
  return (start) => {
    const way = new Set<string>();
    for (let at = next.get(start)!; at !== start && !way.has(at) && way.size < steps; at = next.get(at)!) way.add(at);
    return [...way];
  };
}

/** The shortest way from one back to itself inside its component, without itself. */
function ring(start: string, members: ReadonlySet<string>, needs: Needs): readonly string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const name = queue[at]!;
    for (const next of needs.get(name) ?? []) {
      if (next === start) return wayTo(name, start, cameFrom);
      if (!members.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return [];
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way: string[] = [];
  for (let name = end; name !== start; name = cameFrom.get(name)!) way.push(name);
  return way.reverse();
}
