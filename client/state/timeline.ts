import type { LoadedGraph } from "./loaded-graph.ts";
import { type LoadedSources, unbounded } from "./loaded-sources.ts";

/** How many statements between entities on the canvas begin to hold in a year, and how many were first said in it. */
export interface Timeline {
  /** The years that the bars stand for, from the first on; null when no statement has a date. */
  first: number | null;
  held: Uint32Array;
  said: Uint32Array;
  /** Statements without a date by either clock. */
  heldUndated: number;
  saidUndated: number;
  total: number;
}

/** Longer, and the bars are too thin to be told apart: what is earlier counts in the first. */
const mostYears = 40;

type Counts = Map<number, number>;
const add = (counts: Counts, year: number, more = 1): void => void counts.set(year, (counts.get(year) ?? 0) + more);

/** One pass over the edges; `thisYear` is the last bar unless a statement is later. */
export function timelineOf(graph: LoadedGraph, shown: Uint8Array, thisYear: number): Timeline {
  const { source, target, from, to } = graph.edges;
  const bySet = statementsBySet(graph, shown);
  const held: Counts = new Map();
  const yearOfDay = new Map<number, number>();
  let heldUndated = 0;
  let total = 0;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (shown[source[edge] as number] !== 1 || shown[target[edge] as number] !== 1) continue;
    total++;
    const begin = from[edge] as number;
    if (begin === unbounded.from) {
      // What only has an end began before all others.
      if (to[edge] === unbounded.to) heldUndated++;
      else add(held, Number.NEGATIVE_INFINITY);
      continue;
    }
    const year = yearOfDay.get(begin) ?? new Date(begin * 86_400_000).getUTCFullYear();
    yearOfDay.set(begin, year);
    add(held, year);
  }
  const said: Counts = new Map();
  let saidUndated = 0;
  for (const [set, count] of bySet.entries()) {
    const year = firstYearOf(graph.sources, set);
    if (year === null) saidUndated += count;
    else if (count > 0) add(said, year, count);
  }
  const years = [...held.keys(), ...said.keys()].filter(Number.isFinite);
  if (years.length === 0) return { first: null, held: new Uint32Array(0), said: new Uint32Array(0), heldUndated, saidUndated, total };
  const last = Math.max(thisYear, ...years);
  const first = Math.max(Math.min(...years), last - mostYears + 1);
  const bars = (counts: Counts): Uint32Array => {
    const column = new Uint32Array(last - first + 1);
    for (const [year, count] of counts) column[Math.max(0, year - first)] = (column[Math.max(0, year - first)] as number) + count;
    return column;
  };
  return { first, held: bars(held), said: bars(said), heldUndated, saidUndated, total };
}

/** Statements between entities on the canvas, by the set of documents that says them. */
function statementsBySet(graph: LoadedGraph, shown: Uint8Array): Uint32Array {
  const { source, target, documents } = graph.edges;
  const counts = new Uint32Array(graph.sources.sets.length);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (shown[source[edge] as number] !== 1 || shown[target[edge] as number] !== 1) continue;
    const set = documents[edge] as number;
    counts[set] = (counts[set] as number) + 1;
  }
  return counts;
}

function firstYearOf({ sets, documents, known }: LoadedSources, set: number): number | null {
  const dates = (sets[set] ?? []).flatMap((document) => known.get(documents[document] as string)?.published ?? []);
  return dates.length === 0 ? null : Number((dates.sort()[0] as string).slice(0, 4));
}

/** How many statements on the canvas each document says, by its id. */
export function statementsByDocument(graph: LoadedGraph, shown: Uint8Array): ReadonlyMap<string, number> {
  const { sets, documents } = graph.sources;
  const counts = new Map<string, number>();
  for (const [set, count] of statementsBySet(graph, shown).entries())
    for (const document of sets[set] ?? []) {
      const id = documents[document] as string;
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  return counts;
}
