import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { EdgeRow } from "./columns.ts";

export interface Path {
  nodes: string[];
  edges: string[];
}
export interface PathSearchOptions {
  from: string;
  to: string;
  /** Edges of the longest path that counts. */
  maxLength: number;
  limit: number;
  /** Edges are gone along from source to target only, but for those of symmetric relations. */
  directed?: boolean;
  /** Every edge at these entities. */
  edgesAt(ids: readonly string[]): Promise<EdgeRow[]>;
}

/** Beyond this many edges read, or steps tried, the search ends and says that it is not complete. */
const edgeBudget = 200_000;
const stepBudget = 500_000;

/** Entities around one end, as far as they have been read: how many steps away each is. */
class Reach {
  readonly distance: Map<string, number>;
  rim: readonly string[];
  depth = 0;

  constructor(start: string) {
    this.distance = new Map([[start, 0]]);
    this.rim = [start];
  }

  widen(stepsAt: (id: string) => ReadonlyMap<string, string>): void {
    this.depth += 1;
    const ends = new Set(this.rim.flatMap((id) => [...stepsAt(id).values()]));
    this.rim = [...ends].filter((id) => !this.distance.has(id));
    for (const id of this.rim) this.distance.set(id, this.depth);
  }
}

/**
 * Simple paths between two different entities, shortest first, at most `limit`. Both ends widen in turn, the
 * smaller first, so a hub is read only when no other way is as short. `complete` is false when there are more.
 */
export async function searchPaths({
  from,
  to,
  maxLength,
  limit,
  directed = false,
  edgesAt,
}: PathSearchOptions): Promise<{ paths: Path[]; complete: boolean }> {
  const known = new KnownEdges(directed);
  const [ahead, behind] = [new Reach(from), new Reach(to)];
  const paths: Path[] = [];
  for (let length = 1; length <= maxLength; length += 1) {
    const side = ahead.rim.length <= behind.rim.length ? ahead : behind;
    known.add(side.rim.length === 0 ? [] : await edgesAt(side.rim));
    side.widen((id) => (side === ahead ? known.stepsFrom(id) : known.stepsTo(id)));
    const room = limit + 1 - paths.length;
    const { found, exhausted } = pathsOfLength({ from, to, length, room, known, behind });
    paths.push(...found);
    if (paths.length > limit || exhausted) return { paths: paths.slice(0, limit), complete: false };
    if (known.size > edgeBudget) return { paths, complete: length === maxLength };
    if (side.rim.length === 0 && paths.length === 0) break;
  }
  return { paths, complete: true };
}

type Steps = Map<string, Map<string, string>>;

/** Edges read so far, as steps from and to each entity. */
class KnownEdges {
  readonly #from: Steps = new Map();
  readonly #to: Steps;
  readonly #directed: boolean;
  readonly #ids = new Set<string>();

  constructor(directed: boolean) {
    this.#directed = directed;
    this.#to = directed ? new Map() : this.#from;
  }

  get size(): number {
    return this.#ids.size;
  }

  add(edges: readonly EdgeRow[]): void {
    for (const { id, type, source, target } of edges) {
      this.#ids.add(id);
      this.#step(id, source, target);
      if (!this.#directed || (isRelationType(type) && relations[type].symmetric === true)) this.#step(id, target, source);
    }
  }

  /** Edge id → the end that it leads to. */
  stepsFrom(id: string): ReadonlyMap<string, string> {
    return this.#at(this.#from, id);
  }

  /** Edge id → the end that it comes from. */
  stepsTo(id: string): ReadonlyMap<string, string> {
    return this.#at(this.#to, id);
  }

  #step(edge: string, from: string, to: string): void {
    this.#at(this.#from, from).set(edge, to);
    this.#at(this.#to, to).set(edge, from);
  }

  #at(steps: Steps, id: string): Map<string, string> {
    const found = steps.get(id) ?? new Map<string, string>();
    steps.set(id, found);
    return found;
  }
}

interface Length {
  from: string;
  to: string;
  length: number;
  room: number;
  known: KnownEdges;
  behind: Reach;
}

/** Depth first, leaving out every step from which the other end is known to be too far. */
function pathsOfLength({ from, to, length, room, known, behind }: Length): { found: Path[]; exhausted: boolean } {
  const found: Path[] = [];
  const nodes = [from];
  const edges: string[] = [];
  let tried = 0;
  const stepsLeftFrom = (id: string) => behind.distance.get(id) ?? behind.depth + 1;
  const walk = (): void => {
    const left = length - edges.length - 1;
    for (const [edge, end] of known.stepsFrom(nodes.at(-1) ?? from)) {
      if (found.length >= room || tried > stepBudget) return;
      tried += 1;
      if (stepsLeftFrom(end) > left || nodes.includes(end) || (end === to && left > 0)) continue;
      nodes.push(end);
      edges.push(edge);
      if (left === 0) found.push({ nodes: [...nodes], edges: [...edges] });
      else walk();
      nodes.pop();
      edges.pop();
    }
  };
  walk();
  return { found, exhausted: tried > stepBudget };
}
