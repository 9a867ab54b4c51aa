import type { Calls } from "#client/api/calls.ts";
import type { Actions } from "./actions.ts";
import type { AtlasStore } from "./atlas.ts";
import { report } from "./tasks.ts";
import { parseParameters, remember, workbench } from "./workbench.ts";

/** Bounds that every run from the workbench asks for; the strip says so. */
export const runLimits = { rows: 1000, timeoutMs: 10_000 };
/** A result up to this size is marked on the canvas without being asked. */
const markedSize = 300;

/** Runs what the editor holds. The last good result stays until the next one is there. */
export async function runQuery(calls: Calls, store: AtlasStore, actions: Actions): Promise<void> {
  const { query, parameters: text, running } = workbench.getState();
  running?.cancel();
  const parsed = parseParameters(text);
  if ("problem" in parsed || query.trim() === "") return;
  const controller = new AbortController();
  const started = performance.now();
  const run = { startedAt: started, cancel: () => controller.abort() };
  workbench.setState({ running: run, error: null, runWhenReady: false });
  try {
    const body = { query, parameters: parsed.parameters, limit: runLimits.rows, timeoutMs: runLimits.timeoutMs };
    const result = await calls.cypher(body, { signal: controller.signal });
    remember(query, text, new Date());
    workbench.setState({ result, resultQuery: query });
    const { rows, elapsedMs } = result.summary;
    const tell = () => report(store, { name: "result", cypher: { query, parameters: parsed.parameters }, rows, unit: "rows", elapsedMs });
    tell();
    const size = result.graph.nodes.id.length;
    if (size > 0 && size <= markedSize) {
      await actions.showResult(result.graph, false);
      // What it marks on the canvas is a part of its answer.
      tell();
    }
  } catch (error) {
    if (!controller.signal.aborted) workbench.setState({ error });
  } finally {
    if (workbench.getState().running === run) workbench.setState({ running: null });
  }
}
