import { defaultLayout, explorationOf, positionsOf } from "../atlas.ts";
import type { Exploration } from "../exploration.ts";
import { record } from "../history.ts";
import { looseInput, nearOf, setBeside } from "../near-places.ts";
import { placeAround } from "../placement.ts";
import { runTask } from "../tasks.ts";
import type { Stage } from "./stage.ts";

/**
 * Shows fetched nodes as one step: what the picture ties to itself beside its ties, then settled there; the rest as a picture of its own
 * beside the one that stands, since forces would drive apart what nothing holds together.
 */
export function revealing({ store, deps, settle }: Stage) {
  return async (change: (it: Exploration) => Exploration, nodes: readonly number[]): Promise<void> => {
    const standing = () => {
      const state = store.getState();
      return { positions: positionsOf(state).copy(), shown: change(explorationOf(state)).shown };
    };
    const { loose } = nearOf(store.getState().graph, standing(), nodes);
    const answer = loose.length > 1 ? await layOut(loose) : new Float32Array(2);
    // Where it was cancelled, or something else has changed the picture meanwhile, what has no place yet is found anew.
    const { history, graph } = store.getState();
    const { positions, shown } = standing();
    if (answer !== undefined && loose.length > 0 && !loose.some((node) => positions.has(node)))
      setBeside({ positions, shown }, { nodes: loose, answer, aspect: deps.aspect() });
    const near = nearOf(graph, { positions, shown }, nodes);
    const free = new Set([...near.tied.flatMap((one) => one.nodes), ...near.loose]);
    for (const { centre, nodes: some } of near.tied) placeAround(positions, centre, some);
    const [first] = near.loose;
    if (first !== undefined) placeAround(positions, first, near.loose);
    const { present } = history;
    store.setState({ motionMs: 0, history: record(history, { ...present, exploration: change(present.exploration), positions }) });
    if (free.size > 0) await settle(free, { motionMs: 180, placed: true });
  };

  function layOut(nodes: readonly number[]): Promise<Float32Array | undefined> {
    const input = looseInput(store.getState().graph, nodes, deps.aspect());
    const work = async (signal: AbortSignal) => (await deps.layOut(defaultLayout, input, { signal })).positions;
    return runTask(store, deps, "layout", work, () => undefined);
  }
}
