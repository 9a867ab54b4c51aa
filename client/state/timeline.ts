import type { Exploration } from "./exploration.ts";
import { grown, type LoadedGraph } from "./loaded-graph.ts";
import { type LoadedSources, unbounded } from "./loaded-sources.ts";
import { followEdges, nothingPresent, type Presence } from "./present-edges.ts";

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

export type OnCanvas = Pick<Exploration, "shown" | "leftOut">;

/** Longer, and the bars are too thin to be told apart: what is earlier counts in the first. */
const mostYears = 40;

/** Years as an address of an array; what lies beyond counts at its ends. */
const years = 10_000;
/** The year of a day counted from 1970, without a date being made: this is asked for every statement. */
function yearOf(day: number): number {
  const era = day + 719_468;
  const inEra = ((era % 146_097) + 146_097) % 146_097;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const dayOfYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  // These years begin in March.
  const year = yearInEra + Math.floor(era / 146_097) * 400 + (dayOfYear >= 306 ? 1 : 0);
  return Math.min(years - 1, Math.max(0, year));
}

/** Statements between entities on the canvas by when they begin to hold and by who says them, kept up by what comes and goes. */
class SaidAndHeld {
  readonly #held = new Uint32Array(years);
  #bySet = new Uint32Array(0);
  #undated = 0;
  /** Those of which only an end is known. */
  #onlyEnding = 0;
  #total = 0;
  #present: Presence = nothingPresent;

  update(graph: LoadedGraph, { shown, leftOut }: OnCanvas): this {
    const last = this.#present;
    this.#bySet = grown(this.#bySet, graph.sources.sets.length);
    if (shown === last.shown && leftOut === last.bits && graph.edgeCount === last.edges) return this;
    this.#present = { shown, bits: leftOut, edges: graph.edgeCount };
    const { from, to, documents } = graph.edges;
    const [held, bySet] = [this.#held, this.#bySet];
    followEdges(graph, last, this.#present, {
      forget: () => {
        held.fill(0);
        bySet.fill(0);
        [this.#undated, this.#onlyEnding, this.#total] = [0, 0, 0];
      },
      add: (edge, more) => {
        const set = documents[edge] as number;
        bySet[set] = (bySet[set] as number) + more;
        this.#total += more;
        const begin = from[edge] as number;
        if (begin !== unbounded.from) {
          const year = yearOf(begin);
          held[year] = (held[year] as number) + more;
        } else if (to[edge] === unbounded.to) this.#undated += more;
        else this.#onlyEnding += more;
      },
    });
    return this;
  }

  /** `thisYear` is the last bar unless a statement is later. */
  timeline({ sources }: LoadedGraph, thisYear: number): Timeline {
    const said = new Map<number, number>();
    let saidUndated = 0;
    for (let set = 0; set < sources.sets.length; set++) {
      const count = this.#bySet[set] as number;
      if (count === 0) continue;
      const year = firstYearOf(sources, set);
      if (year === null) saidUndated += count;
      else said.set(year, (said.get(year) ?? 0) + count);
    }
    const told = { heldUndated: this.#undated, saidUndated, total: this.#total };
    const least = this.#held.findIndex((count) => count > 0);
    const most = this.#held.findLastIndex((count) => count > 0);
    const dated = least < 0 ? [...said.keys()] : [least, most, ...said.keys()];
    if (dated.length === 0) return { first: null, held: new Uint32Array(0), said: new Uint32Array(0), ...told };
    const last = Math.max(thisYear, ...dated);
    const first = Math.max(Math.min(...dated), last - mostYears + 1);
    const heldBars = new Uint32Array(last - first + 1);
    const saidBars = new Uint32Array(last - first + 1);
    const add = (bars: Uint32Array, year: number, count: number): void => {
      const bar = Math.max(0, year - first);
      bars[bar] = (bars[bar] as number) + count;
    };
    for (let year = Math.max(0, least); year <= most; year++) add(heldBars, year, this.#held[year] as number);
    // What only has an end began before all others.
    add(heldBars, first, this.#onlyEnding);
    for (const [year, count] of said) add(saidBars, year, count);
    return { first, held: heldBars, said: saidBars, ...told };
  }

  byDocument({ sources: { sets, documents } }: LoadedGraph): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [set, members] of sets.entries())
      for (const document of members) {
        const id = documents[document] as string;
        counts.set(id, (counts.get(id) ?? 0) + (this.#bySet[set] as number));
      }
    return counts;
  }
}

/** By the list of names, which lives as long as the loaded graph. */
const kept = new WeakMap<readonly string[], SaidAndHeld>();

function saidAndHeld(graph: LoadedGraph, it: OnCanvas): SaidAndHeld {
  const known = kept.get(graph.nodes.id) ?? new SaidAndHeld();
  kept.set(graph.nodes.id, known);
  return known.update(graph, it);
}

/** Costs what has come and gone since the last time; `thisYear` is the last bar unless a statement is later. */
export const timelineOf = (graph: LoadedGraph, it: OnCanvas, thisYear: number): Timeline =>
  saidAndHeld(graph, it).timeline(graph, thisYear);

/** How many statements on the canvas each document says, by its id. */
export const statementsByDocument = (graph: LoadedGraph, it: OnCanvas): ReadonlyMap<string, number> =>
  saidAndHeld(graph, it).byDocument(graph);

function firstYearOf({ sets, documents, known }: LoadedSources, set: number): number | null {
  let first: string | null = null;
  for (const document of sets[set] ?? []) {
    const published = known.get(documents[document] as string)?.published;
    if (published !== undefined && (first === null || published < first)) first = published;
  }
  return first === null ? null : Number(first.slice(0, 4));
}
