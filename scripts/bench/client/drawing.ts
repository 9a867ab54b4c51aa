import type { BenchRow } from "../report.ts";
import type { Pages } from "./pages.ts";

interface Measured {
  what: string;
  ours: number;
  baseline?: number;
}

const goals: readonly (readonly [beginsWith: string, goal: string])[] = [
  ["first frame", "≤ 0.1 of untouched"],
  ["frame while moving", "≤ 0.25 of untouched"],
  ["frame at rest", "≤ 0.5 of untouched"],
  ["a step of the force layout", "≤ 0.4 of untouched"],
  ["minimap", "in slices"],
];
const goalOf = (what: string): string => goals.find(([begin]) => what.startsWith(begin))?.[1] ?? "≤ 4 ms";
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The drawing alone beside untouched sigma and graphology in the same page. JavaScript times are medians of an action and the two frames
 * after it, draw calls left out on both sides; frame times are with all draws and wait for the GPU.
 */
export async function benchDrawing(pages: Pages, { nodes, edges }: { nodes: number; edges: number }): Promise<BenchRow[]> {
  const page = await pages.open("playground/bench.html");
  await page.waitForFunction("window.bench !== undefined");
  const measured = await page.evaluate<Measured[]>(`window.bench(${nodes}, ${edges})`);
  await page.close();
  return measured.map(({ what, ours, baseline }) => ({
    what: `${nodes / 1000}k / ${edges / 1000}k: ${what}`,
    ours: rounded(ours),
    ...(baseline === undefined ? {} : { baseline: rounded(baseline), ratio: rounded(ours / baseline) }),
    unit: "ms",
    goal: goalOf(what),
  }));
}
