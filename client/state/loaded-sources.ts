import { periodBounds } from "#graph/model/period.ts";
import { documentsOf, type Subgraph } from "#graph/model/subgraph.ts";
import type { Reliability } from "#graph/vocabulary/marks.ts";

/** What is known of a document as a source: when it was published, and how far it is to be trusted. */
export interface Source {
  readonly id: string;
  readonly published?: string | undefined;
  readonly reliability: Reliability;
}

/** A source with the first day of its date as a number: a thumb that moves asks every document. */
export interface KnownSource extends Source {
  readonly day: number | null;
}

/** Who says the loaded edges, by index: documents, and the sets of them that say a statement together. */
export interface LoadedSources {
  documents: string[];
  documentIndex: Map<string, number>;
  sets: number[][];
  setIndex: Map<string, number>;
  /** By document's id; those that the server has told of so far. */
  known: ReadonlyMap<string, KnownSource>;
}

export const noSources = (): LoadedSources => ({
  documents: [],
  documentIndex: new Map(),
  sets: [],
  setIndex: new Map(),
  known: new Map(),
});

/** Days since 1970, as edges carry them; a statement that no source dates begins and ends beyond all days. */
export const unbounded = { from: -0x80000000, to: 0x7fffffff } as const;

const dayNumber = (isoDay: string): number => Math.round(Date.parse(isoDay) / 86_400_000);
/** First and last day of a date or period, as day numbers. */
export const firstDay = (period: string): number => dayNumber(periodBounds(period).start);
export const lastDay = (period: string): number => dayNumber(periodBounds(period).end);

/** Index of the set of documents that say an edge of a subgraph; it grows with what is new. */
export function setReader(sources: LoadedSources, part: Subgraph): (edge: number) => number {
  const places = new Map<number, number>();
  return (edge) => {
    const place = part.edges.documents[edge] ?? 0;
    const known = places.get(place);
    if (known !== undefined) return known;
    const set = placeOfSet(sources, documentsOf(part, edge));
    places.set(place, set);
    return set;
  };
}

function placeOfSet(sources: LoadedSources, ids: readonly string[]): number {
  const documents = ids.map((id) => {
    const known = sources.documentIndex.get(id);
    if (known !== undefined) return known;
    sources.documentIndex.set(id, sources.documents.length);
    return sources.documents.push(id) - 1;
  });
  const key = documents.join();
  const known = sources.setIndex.get(key);
  if (known !== undefined) return known;
  sources.setIndex.set(key, sources.sets.length);
  return sources.sets.push(documents) - 1;
}
