/** Neighbours of every node as one array: those of node i lie from `starts[i]` to `starts[i + 1]`. */
export interface Links {
  starts: Uint32Array;
  ends: Uint32Array;
}

export function linksOf(count: number, source: Uint32Array, target: Uint32Array): Links {
  const starts = new Uint32Array(count + 1);
  const bump = (node: number): void => {
    starts[node + 1] = (starts[node + 1] as number) + 1;
  };
  for (let e = 0; e < source.length; e += 1) {
    bump(source[e] as number);
    bump(target[e] as number);
  }
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const ends = new Uint32Array(2 * source.length);
  const put = (node: number, other: number): void => {
    const slot = next[node] as number;
    ends[slot] = other;
    next[node] = slot + 1;
  };
  for (let e = 0; e < source.length; e += 1) {
    put(source[e] as number, target[e] as number);
    put(target[e] as number, source[e] as number);
  }
  return { starts, ends };
}

/** Lists of nodes that hang together, the largest first. */
export function componentsOf(count: number, { starts, ends }: Links): number[][] {
  const seen = new Uint8Array(count);
  const components: number[][] = [];
  for (let root = 0; root < count; root += 1) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const members = [root];
    for (let at = 0; at < members.length; at += 1) {
      const node = members[at] as number;
      for (let s = starts[node] as number; s < (starts[node + 1] as number); s += 1) {
        const other = ends[s] as number;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        members.push(other);
      }
    }
    components.push(members);
  }
  return components.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}
