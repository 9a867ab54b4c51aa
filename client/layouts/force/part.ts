/** One piece of the graph while it is being laid out; indexes are its own. */
export interface Part {
  count: number;
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  /** 1: does not move. */
  fixed: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  weight: Float64Array;
}

export const emptyPart = (count: number, edges: number): Part => ({
  count,
  x: new Float64Array(count),
  y: new Float64Array(count),
  radius: new Float64Array(count),
  fixed: new Uint8Array(count),
  source: new Uint32Array(edges),
  target: new Uint32Array(edges),
  weight: new Float64Array(edges),
});
