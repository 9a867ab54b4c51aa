import type { Layout, LayoutInput, LayoutRun } from "../layout.ts";
import { componentsOf, type Links, linksOf } from "../links.ts";
import { randomFrom } from "../random.ts";
import { fill } from "./fill.ts";
import { Forces } from "./forces.ts";
import { pack } from "./pack.ts";
import { emptyPart, type Part } from "./part.ts";
import { reuseFor } from "./reuse.ts";
import { roomsOf, Separation } from "./separate.ts";
import { pivotStart } from "./start.ts";

/** Names can all be read up to about here; beyond, only the shapes keep clear of each other. */
const namedUpTo = 1_500;
/** Square pixels of a usual canvas: tells from how far a whole picture will be seen. */
const usualCanvas = 560_000;
/** Work between two looks at the signal. */
const sliceMs = 24;

const ticksFor = (count: number): number => (count <= 1_500 ? 320 : count <= 20_000 ? 160 : 70);

/**
 * Springs and repulsion, each component by itself, packed side by side. With `fixed`, what has a place keeps it
 * and new nodes settle around their neighbours.
 */
export const force: Layout = {
  id: "force",
  label: { zh: "力导向", en: "Force" },
  async run(input, run) {
    const positions = new Float32Array(2 * input.count);
    const keepsPlaces = input.positions !== null && input.fixed?.some((fixed) => fixed === 1) === true;
    if (keepsPlaces) {
      const part = wholeOf(input);
      await relax(
        part,
        { signal: run.signal, onProgress: () => run.onProgress(() => copyOut(part, positions)) },
        { aspect: input.aspect, from: 0.5, ticks: Math.min(120, ticksFor(input.count)) },
      );
      return { positions: copyOut(part, positions), guides: [] };
    }
    const links = linksOf(input.count, input.source, input.target);
    const components = componentsOf(input.count, links);
    const parts = split(input, components);
    const random = randomFrom(input.seed);
    for (const { part } of parts) if (part.count > 1) pivotStart(part, linksOf(part.count, part.source, part.target), random);
    const report = (): void => run.onProgress(() => packed(parts, positions, input.aspect));
    for (const { part } of parts) {
      if (run.signal.aborted) break;
      if (part.count > 1)
        await relax(
          part,
          { signal: run.signal, onProgress: report },
          { aspect: parts.length > 1 && part.count < 12 ? 1 : input.aspect, from: 1, ticks: ticksFor(part.count) },
        );
    }
    return { positions: packed(parts, positions, input.aspect), guides: [] };
  },
};

interface Cooling {
  aspect: number;
  /** Temperature at the start, at most 1. */
  from: number;
  ticks: number;
}

async function relax(
  part: Part,
  run: { signal: LayoutRun["signal"]; onProgress(): void },
  { aspect, from, ticks }: Cooling,
): Promise<void> {
  const forces = new Forces(part, aspect);
  const named = part.count <= namedUpTo;
  const rooms = roomsOf(part.radius, growthOf(part), named);
  const separation = new Separation(part, rooms);
  const reuse = reuseFor(part.count);
  const decay = 1 - 0.004 ** (1 / ticks);
  let alpha = from;
  let sliceEnd = performance.now() + sliceMs;
  const pause = async (): Promise<boolean> => {
    if (performance.now() < sliceEnd) return run.signal.aborted;
    run.onProgress();
    await new Promise((resume) => setTimeout(resume, 0));
    sliceEnd = performance.now() + sliceMs;
    return run.signal.aborted;
  };
  for (let tick = 0; tick < ticks; tick += 1) {
    forces.step(alpha, reuse);
    alpha -= alpha * decay;
    // From half way on nodes also claim their room, softly, so that the forces find a shape that has it.
    if (tick > ticks * 0.5 && part.count <= 20_000 && tick % (2 * reuse) === 0) separation.round(0.3);
    if (await pause()) return;
  }
  if (from === 1 && part.count > 12) fill(part, rooms, aspect);
  for (let round = 0; round < 60; round += 1) {
    if (separation.round(0.6) === 0) break;
    if (await pause()) return;
  }
  const bare = new Separation(part, roomsOf(part.radius, 1, false));
  for (let round = 0; round < 200; round += 1) {
    if (bare.round(1) === 0) break;
    if (await pause()) return;
  }
}

/** Nodes shrink with the root of the zoom only: the further away a picture is seen, the larger they are beside its distances. */
const growthOf = (part: Part): number => Math.max(1, ((part.count * 5_500) / usualCanvas) ** 0.25);

/** The whole graph as one part, new nodes beside the neighbours that have a place. */
function wholeOf(input: LayoutInput): Part {
  const part = emptyPart(input.count, input.source.length);
  const known = input.positions as Float32Array;
  const links = linksOf(input.count, input.source, input.target);
  const random = randomFrom(input.seed);
  part.radius.set(input.radius);
  part.source.set(input.source);
  part.target.set(input.target);
  part.weight.set(input.weight ?? part.weight.fill(1));
  const hasPlace = (node: number): boolean => Number.isFinite(known[2 * node]) && Number.isFinite(known[2 * node + 1]);
  const placed = new Uint8Array(input.count);
  let [midX, midY, rightmost, count] = [0, 0, -Infinity, 0];
  for (let i = 0; i < input.count; i += 1) {
    if (!hasPlace(i)) continue;
    placed[i] = 1;
    part.x[i] = known[2 * i] as number;
    part.y[i] = known[2 * i + 1] as number;
    part.fixed[i] = input.fixed?.[i] ?? 0;
    midX += part.x[i] as number;
    midY += part.y[i] as number;
    rightmost = Math.max(rightmost, part.x[i] as number);
    count += 1;
  }
  const outward = { x: midX / Math.max(1, count), y: midY / Math.max(1, count), far: count > 0 ? rightmost + 90 : 0 };
  for (let i = 0; i < input.count; i += 1) if (placed[i] === 0) placeBeside(part, i, links, placed, outward, random);
  return part;
}

function placeBeside(
  part: Part,
  node: number,
  links: Links,
  placed: Uint8Array,
  middle: { x: number; y: number; far: number },
  random: () => number,
): void {
  let [x, y, count] = [0, 0, 0];
  for (let s = links.starts[node] as number; s < (links.starts[node + 1] as number); s += 1) {
    const other = links.ends[s] as number;
    if (placed[other] === 0) continue;
    x += part.x[other] as number;
    y += part.y[other] as number;
    count += 1;
  }
  // Away from the middle there is more often room; the spread keeps brothers and sisters apart.
  const angle = count > 0 ? Math.atan2(y / count - middle.y, x / count - middle.x) + (random() - 0.5) * 3.6 : random() * 2 * Math.PI;
  part.x[node] = (count > 0 ? x / count : middle.far) + Math.cos(angle) * (50 + 40 * random());
  part.y[node] = (count > 0 ? y / count : middle.y) + Math.sin(angle) * (50 + 40 * random());
  placed[node] = 1;
}

interface Piece {
  part: Part;
  members: number[];
}

function split(input: LayoutInput, components: number[][]): Piece[] {
  const pieceOf = new Uint32Array(input.count);
  const local = new Uint32Array(input.count);
  const edgeCounts = new Uint32Array(components.length);
  components.forEach((members, piece) => {
    members.forEach((node, at) => {
      pieceOf[node] = piece;
      local[node] = at;
    });
  });
  for (const node of input.source) edgeCounts[pieceOf[node] as number] = (edgeCounts[pieceOf[node] as number] as number) + 1;
  const pieces = components.map((members, piece) => ({ members, part: emptyPart(members.length, edgeCounts[piece] as number) }));
  const filled = new Uint32Array(components.length);
  for (let e = 0; e < input.source.length; e += 1) {
    const piece = pieceOf[input.source[e] as number] as number;
    const { part } = pieces[piece] as Piece;
    const at = filled[piece] as number;
    part.source[at] = local[input.source[e] as number] as number;
    part.target[at] = local[input.target[e] as number] as number;
    part.weight[at] = input.weight?.[e] ?? 1;
    filled[piece] = at + 1;
  }
  for (const { members, part } of pieces)
    members.forEach((node, at) => {
      part.radius[at] = input.radius[node] as number;
    });
  return pieces;
}

const copyOut = (part: Part, positions: Float32Array): Float32Array => {
  for (let i = 0; i < part.count; i += 1) {
    positions[2 * i] = part.x[i] as number;
    positions[2 * i + 1] = part.y[i] as number;
  }
  return positions;
};

/** Puts the pieces together, around the origin. */
function packed(pieces: readonly Piece[], positions: Float32Array, aspect: number): Float32Array {
  const moves = pack(
    pieces.map(({ part }) => part),
    aspect,
  );
  pieces.forEach(({ part, members }, piece) => {
    const move = moves[piece] as { x: number; y: number };
    members.forEach((node, i) => {
      positions[2 * node] = (part.x[i] as number) + move.x;
      positions[2 * node + 1] = (part.y[i] as number) + move.y;
    });
  });
  return positions;
}
