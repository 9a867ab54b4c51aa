import { relationTypes } from "#graph/vocabulary/relations.ts";
import { type Guide, keepFixed, type Layout, type LayoutInput } from "../layout.ts";
import { type ChainPlaces, chainPlaces, noStage, stages } from "./chains.ts";
import { type LayeredNode, layered } from "./layered.ts";

const upstreamOf = relationTypes.indexOf("UPSTREAM_OF");
const usesInput = relationTypes.indexOf("USES_INPUT");

const cell = { width: 104, height: 58 };
const between = 64;
const head = 110;
/** More nodes than this in one lane are put in rows: crossings cannot be followed there, and elk would take minutes. */
const layeredUpTo = 600;

const titles = [
  { zh: "上游", en: "Upstream" },
  { zh: "中游", en: "Midstream" },
  { zh: "下游", en: "Downstream" },
  { zh: "环节未知", en: "Stage unknown" },
] as const;

interface Block {
  /** x, y from the block's top left, y downwards. */
  places: Map<number, { x: number; y: number }>;
  width: number;
  height: number;
}

/** One lane a chain, upstream to downstream; who is on a chain, but at no stage that a source says, stands in a column that says so. */
export const lanes: Layout = {
  id: "lanes",
  label: { zh: "产业链分层", en: "Chain lanes" },
  needs: "stages",
  async run(input, { signal }) {
    const { count } = input;
    const positions = new Float32Array(2 * count);
    const found = chainPlaces(input);
    const columns = [...titles.keys()];
    const rows: { title: number; blocks: Block[] }[] = [];
    for (const [index, chain] of found.chains.entries()) {
      if (signal.aborted) break;
      const blocks = await laneOf(input, found, index);
      if (blocks.some((it) => it.places.size > 0)) rows.push({ title: chain, blocks });
    }
    const laned = new Set(rows.map((it) => it.title));
    const alone = [...Array(count).keys()].filter(
      (node) => (found.lane[node] as number) < 0 || (found.chains.includes(node) && !laned.has(node)),
    );
    const widths = columns.map((column) => Math.max(cell.width, ...rows.map((it) => (it.blocks[column] as Block).width)));
    const lefts = columns.map((column) => head + widths.slice(0, column).reduce((sum, width) => sum + width + between, 0));
    const total = head + widths.reduce((sum, width) => sum + width + between, 0);
    const guides: Guide[] = [];
    let top = 0;
    for (const { title, blocks } of rows) {
      const height = Math.max(cell.height * 1.6, ...blocks.map((it) => it.height));
      positions.set([head / 2, -(top + height / 2)], 2 * title);
      for (const [column, block] of blocks.entries()) {
        const down = (height - block.height) / 2;
        for (const [node, { x, y }] of block.places)
          positions.set([(lefts[column] as number) + ((widths[column] as number) - block.width) / 2 + x, -(top + down + y)], 2 * node);
      }
      guides.push({ shape: "box", x: -10, y: -(top - between / 4), width: total, height: height + between / 2, title: null });
      top += height + between;
    }
    if (rows.length > 0)
      for (const column of columns)
        guides.push({
          shape: "box",
          x: (lefts[column] as number) - between / 4,
          y: between * 0.8,
          width: (widths[column] as number) + between / 2,
          height: top + between / 4,
          title: titles[column] as (typeof titles)[number],
        });
    const rest = inRows(alone, Math.max(6, Math.floor((total || 900) / cell.width)));
    for (const [node, { x, y }] of rest.places) positions.set([x, -(top + 24 + y)], 2 * node);
    if (rows.length > 0 && alone.length > 0)
      guides.push({
        shape: "box",
        x: -10,
        y: -(top + between / 4),
        width: Math.max(total, rest.width),
        height: rest.height + between / 4 + 24,
        title: { zh: "不在产业链上", en: "On no chain" },
      });
    return { positions: keepFixed(input, positions), guides };
  },
};

async function laneOf(input: LayoutInput, { chains, lane, stage }: ChainPlaces, index: number): Promise<Block[]> {
  const members = [...Array(input.count).keys()].filter((node) => lane[node] === index && node !== chains[index]);
  const staged = members.filter((node) => stage[node] !== noStage);
  const unknown = members.filter((node) => stage[node] === noStage);
  const known = staged.length > layeredUpTo ? null : await layered(staged.map(boxOf(input, stage)), orderedEdges(input, staged, stage));
  return stages
    .map((_, column) => {
      const inside = staged.filter((node) => stage[node] === column);
      return known === null ? inRows(inside, 8) : cutOut(inside, known);
    })
    .concat(inRows(unknown, 5));
}

const boxOf =
  ({ radius }: LayoutInput, stage: Uint8Array) =>
  (row: number): LayeredNode => ({ row, radius: radius[row] as number, column: stage[row] as number });

/** What comes before what, from left to right; one that leads back (recycling) is left out, or the columns would not hold. */
function orderedEdges({ source, target, type }: LayoutInput, nodes: readonly number[], stage: Uint8Array): [number, number][] {
  const inside = new Set(nodes);
  const edges: [number, number][] = [];
  for (let edge = 0; edge < source.length; edge += 1) {
    if (type[edge] !== upstreamOf && type[edge] !== usesInput) continue;
    const [a, b] = [source[edge] as number, target[edge] as number];
    const [from, to] = type[edge] === upstreamOf ? [a, b] : [b, a];
    if (from !== to && inside.has(from) && inside.has(to) && (stage[from] as number) <= (stage[to] as number)) edges.push([from, to]);
  }
  return edges;
}

function cutOut(nodes: readonly number[], known: ReadonlyMap<number, { x: number; y: number }>): Block {
  const found = nodes.map((node) => [node, known.get(node) as { x: number; y: number }] as const);
  if (found.length === 0) return { places: new Map(), width: 0, height: 0 };
  const left = Math.min(...found.map(([, { x }]) => x)) - cell.width / 2;
  const top = Math.min(...found.map(([, { y }]) => y)) - cell.height / 2;
  const right = Math.max(...found.map(([, { x }]) => x)) + cell.width / 2;
  const bottom = Math.max(...found.map(([, { y }]) => y)) + cell.height / 2;
  return {
    places: new Map(found.map(([node, { x, y }]) => [node, { x: x - left, y: y - top }])),
    width: right - left,
    height: bottom - top,
  };
}

function inRows(nodes: readonly number[], most: number): Block {
  const columns = Math.max(1, Math.min(most, Math.ceil(Math.sqrt(nodes.length * 1.4))));
  const wide = most > 12 ? most : columns;
  return {
    places: new Map(
      nodes.map((node, at) => [node, { x: ((at % wide) + 0.5) * cell.width, y: (Math.floor(at / wide) + 0.5) * cell.height }]),
    ),
    width: nodes.length === 0 ? 0 : Math.min(wide, nodes.length) * cell.width,
    height: Math.ceil(nodes.length / wide) * cell.height,
  };
}
