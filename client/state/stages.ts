import { noStage, stages } from "#client/layouts/lanes/chains.ts";
import type { AtlasDeps, AtlasStore } from "./atlas.ts";
import { report } from "./tasks.ts";

const query = "MATCH (p:Product) WHERE p.stage IS NOT NULL RETURN p.id AS id, p.stage AS stage";

/** Asks where products stand on their chains; that too leaves its query. By node of the loaded graph: an index into `stages`, or `noStage`. */
export async function stagesOf(
  store: AtlasStore,
  { calls, now }: Pick<AtlasDeps, "calls" | "now">,
  signal: AbortSignal,
): Promise<(node: number) => number> {
  const started = now();
  const cypher = { query, parameters: {} };
  const { rows } = await calls.cypher({ ...cypher, limit: 10_000 }, { signal });
  report(store, { name: "stages", cypher, rows: rows.length, unit: "rows", elapsedMs: now() - started });
  const known = new Map(rows.map(([id, stage]) => [id as string, (stages as readonly string[]).indexOf(stage as string)]));
  return (node) => {
    const stage = known.get(store.getState().graph.nodes.id[node] as string) ?? -1;
    return stage < 0 ? noStage : stage;
  };
}
