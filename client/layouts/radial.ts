import { keepFixed, type Layout, type LayoutInput } from "./layout.ts";
import { type Links, linksOf } from "./links.ts";

/** Between two rings, and between two neighbours on one. */
const ringGap = 120;
const room = 14;
const label = 26;

const whole = 2 * Math.PI;

/** What is selected in the middle, its neighbours on the first ring, theirs on the second; nobody stands nearer than a path says. */
export const radial: Layout = {
  id: "radial",
  label: { zh: "以所选为中心", en: "Around the selection" },
  async run(input) {
    const { count, radius } = input;
    const positions = new Float32Array(2 * count);
    if (count === 0) return { positions, guides: [] };
    const links = linksOf(count, input.source, input.target);
    const { rings, parent, apart } = ringsOf(input, links);
    const angle = new Float64Array(count);
    let outer = placeMiddle(rings[0] as number[], radius, positions, angle);
    const guides = [];
    for (const ring of rings.slice(1)) {
      const widths = ring.map((node) => 2 * (radius[node] as number) + room + label);
      outer = Math.max(outer + ringGap, widths.reduce((a, b) => a + b, 0) / whole);
      spread(ring, { widths, radius: outer, parent, angle });
      for (const node of ring) {
        positions[2 * node] = outer * Math.cos(angle[node] as number);
        positions[2 * node + 1] = outer * Math.sin(angle[node] as number);
      }
      guides.push({ shape: "circle" as const, x: 0, y: 0, radius: outer, title: null });
    }
    placeApart(apart, radius, outer + ringGap, positions);
    return { positions: keepFixed(input, positions), guides };
  },
};

/** Breadth first from the selection, or from the most connected node; `apart`: what no path reaches. */
function ringsOf({ count, radius, selected }: LayoutInput, { starts, ends }: Links) {
  const largest = radius.reduce((best, size, node) => (size > (radius[best] as number) ? node : best), 0);
  const parent = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  let ring = selected.length > 0 ? [...selected] : [largest];
  for (const node of ring) seen[node] = 1;
  const rings: number[][] = [];
  while (ring.length > 0) {
    rings.push(ring);
    const next: number[] = [];
    for (const node of ring)
      for (let at = starts[node] as number; at < (starts[node + 1] as number); at += 1) {
        const other = ends[at] as number;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        parent[other] = node;
        next.push(other);
      }
    ring = next;
  }
  const apart = [...seen.keys()].filter((node) => seen[node] === 0);
  return { rings, parent, apart };
}

/** One node in the middle, several on a small ring. Answers how far out they reach. */
function placeMiddle(nodes: readonly number[], radius: Float32Array, positions: Float32Array, angle: Float64Array): number {
  if (nodes.length === 1) return 0;
  const around = nodes.reduce((sum, node) => sum + 2 * (radius[node] as number) + room + label, 0) / whole;
  const distance = Math.max(around, 40);
  for (const [at, node] of nodes.entries()) {
    angle[node] = (whole * at) / nodes.length;
    positions[2 * node] = distance * Math.cos(angle[node] as number);
    positions[2 * node + 1] = distance * Math.sin(angle[node] as number);
  }
  return distance;
}

/** Near to the direction of the node through which each was reached, as far as there is room on the ring. */
function spread(
  ring: number[],
  { widths, radius, parent, angle }: { widths: number[]; radius: number; parent: Int32Array; angle: Float64Array },
): void {
  const share = new Map(ring.map((node, at) => [node, (widths[at] as number) / radius]));
  const shareOf = (node: number): number => share.get(node) as number;
  const byParent = new Map<number, number[]>();
  for (const node of ring) byParent.set(parent[node] as number, [...(byParent.get(parent[node] as number) ?? []), node]);
  const families = [...byParent].sort(([a], [b]) => (angle[a] as number) - (angle[b] as number) || a - b);
  const free = whole - ring.reduce((sum, node) => sum + shareOf(node), 0);
  // Each family begins where its share around the parent's direction begins, or where the one before it ends.
  const wanted = families.map(([from, members]) => (angle[from] as number) - members.reduce((sum, node) => sum + shareOf(node), 0) / 2);
  let at = wanted[0] ?? 0;
  let left = free;
  for (const [index, [, members]] of families.entries()) {
    const pause = Math.min(left, Math.max(0, (wanted[index] as number) - at));
    at += pause;
    left -= pause;
    for (const node of members) {
      angle[node] = at + shareOf(node) / 2;
      at += shareOf(node);
    }
  }
  // Directions of the next ring are compared with these: all within one turn.
  for (const node of ring) angle[node] = (((((angle[node] as number) + Math.PI) % whole) + whole) % whole) - Math.PI;
}

/** In rows below everything. */
function placeApart(nodes: readonly number[], radius: Float32Array, below: number, positions: Float32Array): void {
  const cell = 2 * Math.max(10, ...nodes.map((node) => radius[node] as number)) + room + label;
  const columns = Math.max(1, Math.ceil((2 * below) / cell));
  for (const [at, node] of nodes.entries()) {
    positions[2 * node] = -below + (at % columns) * cell;
    positions[2 * node + 1] = -below - cell - Math.floor(at / columns) * cell;
  }
}
