import type { Links } from "../links.ts";
import type { Part } from "./part.ts";

/**
 * First places after Brandes and Pich, "Eigensolver methods for progressive multidimensional scaling" (2006):
 * hop distances to a few far-apart pivots, projected onto their two main directions. Gives the large shape that forces alone find slowly.
 */
export function pivotStart(part: Part, links: Links, random: () => number): void {
  const count = part.count;
  const pivots = Math.min(count, count > 20_000 ? 12 : 40);
  const distances: Float64Array[] = [];
  const nearest = new Float64Array(count).fill(Infinity);
  let pivot = 0;
  for (let i = 1; i < count; i += 1) if (degree(links, i) > degree(links, pivot)) pivot = i;
  for (let p = 0; p < pivots; p += 1) {
    const hops = hopsFrom(pivot, links, count);
    distances.push(hops);
    for (let i = 0; i < count; i += 1) nearest[i] = Math.min(nearest[i] as number, hops[i] as number);
    pivot = nearest.reduce((best, hop, i) => (hop > (nearest[best] as number) ? i : best), 0);
  }
  const centred = doubleCentre(distances, count);
  const first = mainDirection(centred, null, random);
  const second = mainDirection(centred, first, random);
  const side = Math.sqrt(count) * 60;
  const spread = (direction: number[], out: Float64Array): void => {
    let most = 1e-9;
    for (let i = 0; i < count; i += 1) {
      let sum = 0;
      for (let p = 0; p < pivots; p += 1) sum += (centred[p]?.[i] as number) * (direction[p] as number);
      out[i] = sum;
      most = Math.max(most, Math.abs(sum));
    }
    for (let i = 0; i < count; i += 1) out[i] = ((out[i] as number) / most) * (side / 2) + (random() - 0.5) * 40;
  };
  spread(first, part.x);
  spread(second, part.y);
}

const degree = ({ starts }: Links, node: number): number => (starts[node + 1] as number) - (starts[node] as number);

function hopsFrom(root: number, { starts, ends }: Links, count: number): Float64Array {
  const hops = new Float64Array(count).fill(-1);
  const queue = new Uint32Array(count);
  hops[root] = 0;
  queue[0] = root;
  let length = 1;
  for (let at = 0; at < length; at += 1) {
    const node = queue[at] as number;
    for (let s = starts[node] as number; s < (starts[node + 1] as number); s += 1) {
      const other = ends[s] as number;
      if ((hops[other] as number) >= 0) continue;
      hops[other] = (hops[node] as number) + 1;
      queue[length] = other;
      length += 1;
    }
  }
  return hops;
}

/** Squared distances, less their row and column means. */
function doubleCentre(distances: Float64Array[], count: number): Float64Array[] {
  const rowMean = new Float64Array(count);
  const columnMean = distances.map((hops) => hops.reduce((sum, hop) => sum + hop * hop, 0) / count);
  for (const hops of distances)
    for (let i = 0; i < count; i += 1) rowMean[i] = (rowMean[i] as number) + (hops[i] as number) ** 2 / distances.length;
  const mean = columnMean.reduce((sum, value) => sum + value, 0) / distances.length;
  return distances.map((hops, p) => hops.map((hop, i) => -(hop * hop - (rowMean[i] as number) - (columnMean[p] as number) + mean) / 2));
}

/** Power iteration on the small matrix of pivots; with `beside`, in the space orthogonal to it. */
function mainDirection(centred: Float64Array[], beside: number[] | null, random: () => number): number[] {
  const gram = centred.map((a) => centred.map((b) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)));
  let vector = centred.map(() => random() - 0.5);
  for (let round = 0; round < 60; round += 1) {
    vector = gram.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] as number), 0));
    if (beside !== null) {
      const overlap = vector.reduce((sum, value, i) => sum + value * (beside[i] as number), 0);
      vector = vector.map((value, i) => value - overlap * (beside[i] as number));
    }
    const length = Math.hypot(...vector) || 1;
    vector = vector.map((value) => value / length);
  }
  return vector;
}
