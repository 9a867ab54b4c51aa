import type { CDPSession } from "@playwright/test";
import type { BenchRow } from "../report.ts";
import type { Pages } from "./pages.ts";

/** Bytes that the page's heap and its buffers hold, after all that can be let go was. */
async function held(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const usage = (await session.send("Runtime.getHeapUsage")) as { usedSize: number; backingStorageSize?: number };
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/**
 * What a graph takes in the page, in bytes for each node and edge: ours with ids, names, sources and adjacency, and drawn; beside graphology
 * with sigma. The strings of ids and names are made before and counted on neither side, nor are textures and buffers of the GPU.
 */
export async function benchMemory(pages: Pages, { nodes, edges }: { nodes: number; edges: number }): Promise<BenchRow> {
  const taken = async (by: "ours" | "untouched"): Promise<number> => {
    const page = await pages.open("playground/held.html");
    await page.waitForFunction("window.held !== undefined");
    const session = await page.context().newCDPSession(page);
    await page.evaluate(`window.held.make(${nodes}, ${edges})`);
    const before = await held(session);
    await page.evaluate(`window.held.${by}()`);
    const after = await held(session);
    await page.close();
    return (after - before) / (nodes + edges);
  };
  const ours = await taken("ours");
  const baseline = await taken("untouched");
  return {
    what: `${nodes / 1000}k / ${edges / 1000}k: memory of an element`,
    ours: Math.round(ours * 10) / 10,
    baseline: Math.round(baseline * 10) / 10,
    ratio: Math.round((1000 * ours) / baseline) / 1000,
    unit: "B",
    goal: "≤ 0.3 of untouched",
  };
}
