import { useEffect } from "react";
import { elapsedOf } from "#client/api/queries.ts";
import type { ActionName } from "#client/state/atlas.ts";
import { useAtlasStore } from "#client/state/context.tsx";
import { report } from "#client/state/tasks.ts";
import type { ShownCypher } from "#graph/model/subgraph.ts";

/** What a screen has read to be shown leaves its Cypher, each time that it is opened. */
export function useTold(name: ActionName, answer: { cypher: ShownCypher } | undefined, rows: number): void {
  const store = useAtlasStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows belong to the answer
  useEffect(() => {
    if (answer !== undefined) report(store, { name, cypher: answer.cypher, rows, unit: "rows", elapsedMs: elapsedOf(answer) });
  }, [name, answer, store]);
}
