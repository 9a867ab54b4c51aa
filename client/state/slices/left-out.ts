/**
 * Statements that are loaded and do not belong to the picture: a saved one had not fetched them, or the page has fetched them for another
 * picture. A bit for each, by 32; null: none is; never changed in place.
 */
export type LeftOut = Uint32Array | null;

export const isLeftOut = (bits: LeftOut, edge: number): boolean => bits !== null && (((bits[edge >>> 5] ?? 0) >>> (edge & 31)) & 1) === 1;

/** Every edge that is left out, the first ones first. */
export function leftOutEdges(bits: LeftOut): number[] {
  const edges: number[] = [];
  for (const [word, of] of (bits ?? []).entries())
    for (let rest = of; rest !== 0; rest &= rest - 1) edges.push(word * 32 + 31 - Math.clz32(rest & -rest));
  return edges;
}

/** With these left out too. */
export function leaveOut(bits: LeftOut, edges: readonly number[]): LeftOut {
  if (edges.every((edge) => isLeftOut(bits, edge))) return bits;
  const last = edges.reduce((most, edge) => Math.max(most, edge), 0);
  const next = new Uint32Array(Math.max(bits?.length ?? 0, (last >>> 5) + 1));
  if (bits !== null) next.set(bits);
  for (const edge of edges) next[edge >>> 5] = (next[edge >>> 5] as number) | (1 << (edge & 31));
  return next;
}

/** What an answer brings belongs to the picture from then on. */
export function bringIn(bits: LeftOut, edges: Iterable<number>): LeftOut {
  if (bits === null) return null;
  let next: Uint32Array | null = null;
  for (const edge of edges) {
    if (!isLeftOut(bits, edge)) continue;
    next ??= bits.slice();
    next[edge >>> 5] = (next[edge >>> 5] as number) & ~(1 << (edge & 31));
  }
  if (next === null) return bits;
  return next.some((word) => word !== 0) ? next : null;
}
