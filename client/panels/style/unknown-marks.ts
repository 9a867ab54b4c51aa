import { createStore } from "zustand/vanilla";
import type { GraphCanvas, UnknownMark } from "#client/rendering/graph-canvas.ts";
import type { Actions } from "#client/state/actions.ts";
import { type AtlasStore, explorationOf } from "#client/state/atlas.ts";
import type { UnknownListAnswer } from "#graph/model/style-values.ts";
import { unknowns } from "#graph/vocabulary/unknowns.ts";

/** How much of what is not known found room. Whether it is drawn belongs to the exploration. */
export const unknownMarks = createStore<{ drawn: number; total: number; more: boolean }>(() => ({
  drawn: 0,
  total: 0,
  more: false,
}));

/** Gives the drawing what is not known of the loaded nodes, under the clocks and trust that are on, while it is asked for; the answer ends it. */
export function followUnknown(
  store: AtlasStore,
  canvas: GraphCanvas,
  actions: Pick<Actions, "keptUnknown" | "fetchUnknown" | "toldUnknown" | "lackUnknown">,
): () => void {
  let given: { answer: UnknownListAnswer; nodeCount: number } | null = null;
  let asking = false;
  /** The answer that came last; its query was told when it did, if at all. */
  let fetched: UnknownListAnswer | null = null;
  const follow = (): void => {
    if (!explorationOf(store.getState()).unknownShown) {
      if (given !== null) canvas.setUnknown(null);
      given = null;
      return;
    }
    const answer = actions.keptUnknown();
    if (answer === null) {
      if (!asking) void ask();
      return;
    }
    const { graph } = store.getState();
    const isNew = given === null;
    if (given?.answer === answer && given.nodeCount === graph.nodeCount) return;
    given = { answer, nodeCount: graph.nodeCount };
    canvas.setUnknown(marksOf(answer, graph.nodeIndex));
    if (isNew && answer !== fetched) actions.toldUnknown(answer);
    if (unknownMarks.getState().more !== answer.truncated) unknownMarks.setState({ more: answer.truncated });
  };
  const ask = async (): Promise<void> => {
    asking = true;
    const answer = await actions.fetchUnknown({ chosen: given === null });
    asking = false;
    if (answer === undefined) return actions.lackUnknown();
    fetched = answer;
    follow();
    fetched = null;
  };
  follow();
  return store.subscribe(follow);
}

function marksOf({ unknown }: UnknownListAnswer, nodeIndex: Pick<ReadonlyMap<string, number>, "get">): Map<number, UnknownMark[]> {
  const marks = new Map<number, UnknownMark[]>();
  for (const { entity, code } of unknown) {
    const mark = unknowns[code].short;
    const node = nodeIndex.get(entity);
    if (node === undefined) continue;
    const own = marks.get(node);
    if (own === undefined) marks.set(node, [mark]);
    else own.push(mark);
  }
  return marks;
}
