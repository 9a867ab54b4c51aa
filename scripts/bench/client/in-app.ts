import { type BenchRow, median } from "../report.ts";
import type { Pages } from "./pages.ts";
import { traced } from "./trace.ts";

const rounded = (value: number): number => Math.round(value * 100) / 100;
const goalOf = (name: string): string => (name.startsWith("nothing") ? "" : "≤ 4 ms");
const whole = (count: number): string => `${count / 1000}k`;
/** Code that hardly ever ran is compiled in the first rounds: they count for the worst, not for the median. */
const unmeasured = 3;

/**
 * What people do, in the whole application over a graph in memory: state, drawing and all panels that show it. Two rows for each action:
 * processor time of the main thread until the picture and the panels show it; and the longest piece of what they leave for later (figures of
 * the time line and the documents, the inspector, the rows of the table, the minimap), none of which may hold up the next click.
 */
export async function benchInApp(
  pages: Pages,
  { nodes, edges, rounds }: { nodes: number; edges: number; rounds: number },
): Promise<BenchRow[]> {
  const page = await pages.open("playground/app/index.html");
  await page.waitForFunction("window.appBench !== undefined");
  const names = await page.evaluate<string[]>(`window.appBench.start(${nodes}, ${edges})`);
  const rows: BenchRow[] = [];
  for (const name of names) {
    const run = () => page.evaluate<void>(`window.appBench.run(${JSON.stringify(name)}, ${rounds + unmeasured})`);
    const costs = await traced(page, run);
    const what = `${whole(nodes)} / ${whole(edges)} in the app: ${name}`;
    const row = (title: string, values: number[]): BenchRow => ({
      what: title,
      ours: rounded(median(values.slice(unmeasured))),
      worst: rounded(Math.max(...values)),
      unit: "ms",
      goal: goalOf(name),
    });
    const atOnce = costs.map((it) => it.atOnceMs);
    const later = costs.map((it) => it.longestLaterMs);
    rows.push(row(what, atOnce), row(`${what}, longest piece later`, later));
  }
  await page.close();
  return rows;
}
