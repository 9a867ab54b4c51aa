import type { Reliability } from "#graph/vocabulary/marks.ts";
import { type AtlasStore, step } from "../atlas.ts";
import { firstDay, type Source } from "../loaded-sources.ts";
import { type Clocks, hearUntil, hideUndated, holdAt } from "../slices/clocks.ts";
import { soloDocument, type Trust, toggleDocument, trustDocuments, trustFrom } from "../slices/trust.ts";
import type { Stage } from "./stage.ts";

/** Of what time and by whose word the picture is. */
export function weighing({ store }: Stage) {
  const clock = (change: (clocks: Clocks) => Clocks, stroke: string | null = null) =>
    step(store, (it) => ({ ...it, clocks: change(it.clocks) }), stroke);
  const trust = (change: (trust: Trust) => Trust) => step(store, (it) => ({ ...it, trust: change(it.trust) }));
  return {
    /** A year, month or day; null: whenever it holds. A thumb that is dragged is one step. */
    setHeldAt: (at: string | null) => clock((it) => holdAt(it, at), "heldAt"),
    setSaidBy: (at: string | null) => clock((it) => hearUntil(it, at), "saidBy"),
    setUndatedHidden: (hidden: boolean) => clock((it) => hideUndated(it, hidden)),
    toggleDocument: (id: string) => trust((it) => toggleDocument(it, id, [...store.getState().graph.sources.known.keys()])),
    soloDocument: (id: string) => trust((it) => soloDocument(it, id)),
    trustDocuments: (ids: readonly string[] | null) => trust((it) => trustDocuments(it, ids)),
    setReliability: (least: Reliability | null) => trust((it) => trustFrom(it, least)),
    learnSources: (sources: readonly Source[]) => learnSources(store, sources),
  };
}

/** Dates and reliability of documents have come: filters by them look again. */
export function learnSources(store: AtlasStore, sources: readonly Source[]): void {
  const known = new Map(
    sources.map(({ id, published, reliability }) => {
      const day = published === undefined ? null : firstDay(published);
      return [id, { id, published, reliability, day }];
    }),
  );
  store.setState(({ graph }) => ({ graph: { ...graph, sources: { ...graph.sources, known } } }));
}
