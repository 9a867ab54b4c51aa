import type { BenchReport } from "../report.ts";
import { benchDrawing } from "./drawing.ts";
import { benchInApp } from "./in-app.ts";
import { benchMemory } from "./memory.ts";
import { withPages } from "./pages.ts";

const sizes = [
  { nodes: 1_000, edges: 3_000 },
  { nodes: 10_000, edges: 30_000 },
  { nodes: 100_000, edges: 300_000 },
];

/** The client in a real Chromium: the drawing beside untouched sigma, then the application with its panels. `entities`: only this size. */
export async function benchClient({ entities, rounds = 15 }: { entities?: number; rounds?: number } = {}): Promise<BenchReport> {
  const report: BenchReport = { name: "client, 1440 × 900", rows: [] };
  await withPages(async (pages) => {
    for (const size of sizes.filter(({ nodes }) => entities === undefined || nodes === entities)) {
      report.rows.push(...(await benchDrawing(pages, size)), await benchMemory(pages, size));
      if (size.nodes > 1_000) report.rows.push(...(await benchInApp(pages, { ...size, rounds })));
    }
  });
  return report;
}
