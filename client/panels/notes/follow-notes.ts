import { createStore } from "zustand/vanilla";
import { watchNotes } from "#client/api/keeping-queries.ts";
import type { GraphCanvas, Noted } from "#client/rendering/graph-canvas.ts";
import { type AtlasStore, explorationOf } from "#client/state/atlas.ts";
import type { LoadedGraph } from "#client/state/loaded-graph.ts";
import { drawnEdgesFor, drawnFor, type Stacked, stackedOf } from "#client/state/stacks.ts";
import type { NotesAnswer } from "#graph/model/note.ts";

/** How many loaded entities and statements have notes: the legend explains the sheet while there are some. */
export const notedCount = createStore<{ count: number }>(() => ({ count: 0 }));

/** Keeps the sheets on the canvas equal to the notes that there are; the answer ends it. */
export function followNotes(store: AtlasStore, canvas: GraphCanvas): () => void {
  let answer: NotesAnswer | undefined;
  let given: { answer: NotesAnswer | undefined; nodeCount: number; edgeCount: number; stacked: Stacked } | null = null;
  const follow = (): void => {
    const state = store.getState();
    const { graph } = state;
    const stacked = stackedOf(graph, explorationOf(state));
    const { nodeCount, edgeCount } = graph;
    const isSame = given?.answer === answer && given?.nodeCount === nodeCount && given.edgeCount === edgeCount;
    if (nodeCount === 0 || (isSame && (given?.stacked.members === stacked.members || answer?.notes.length === 0))) return;
    given = { answer, nodeCount, edgeCount, stacked };
    const noted = notedOf(graph, stacked, answer?.notes ?? []);
    canvas.setNoted(noted);
    notedCount.setState({ count: noted.nodes.size + noted.edges.size });
  };
  const ends = [
    store.subscribe(follow),
    watchNotes((notes) => {
      answer = notes;
      follow();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** The rows that are drawn for what notes are about: a stack or a bundle stands for those that it holds. */
export function notedOf(graph: LoadedGraph, stacked: Stacked, notes: NotesAnswer["notes"]): Noted {
  const nodes = notes.map(({ aboutNow }) => graph.nodeIndex.get(aboutNow)).filter((node) => node !== undefined);
  const edges = notes.map(({ aboutNow }) => graph.edgeIndex.get(aboutNow)).filter((edge) => edge !== undefined);
  return { nodes: new Set(drawnFor(stacked, nodes)), edges: new Set(drawnEdgesFor(graph, stacked, edges)) };
}
