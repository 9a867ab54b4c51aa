import { perRevision } from "./per-revision.ts";
import { type Asked, limitsOf } from "./rows.ts";

export const overviewOrderCypher = `MATCH (n:Entity)
RETURN n.id AS id, n.kind AS kind, n.degree AS degree`;

/** A place in the order: the most connected first, those of one degree by their ids. */
export interface OverviewPlace {
  readonly degree: number;
  readonly id: string;
}

/** All entities of one degree; sorted when a page first comes here. */
interface Level {
  readonly members: { readonly id: string; readonly kind: string }[];
  sorted: boolean;
}

/** The order of the pages, held by degree: a page is then found where the last one ended, without a look at all others. */
export class OverviewOrder {
  readonly #levels = new Map<number, Level>();
  #degrees: number[] = [];

  add(degree: number, id: string, kind: string): void {
    const level = this.#levels.get(degree);
    if (level === undefined) this.#levels.set(degree, { members: [{ id, kind }], sorted: false });
    else level.members.push({ id, kind });
  }

  /** Called once, after the last entity was added. */
  close(): this {
    this.#degrees = [...this.#levels.keys()].sort((a, b) => b - a);
    return this;
  }

  /** Ids of the next entities of these kinds (null: of any) behind a place, in order. */
  after({ degree, id }: OverviewPlace, { kinds, count }: { kinds: readonly string[] | null; count: number }): string[] {
    const found: string[] = [];
    for (const next of this.#degrees) {
      if (next > degree) continue;
      const members = this.#sorted(next);
      for (let at = next === degree ? firstAfter(members, id) : 0; at < members.length; at++) {
        const member = members[at] as Level["members"][number];
        if (kinds !== null && !kinds.includes(member.kind)) continue;
        if (found.push(member.id) === count) return found;
      }
    }
    return found;
  }

  #sorted(degree: number): Level["members"] {
    const level = this.#levels.get(degree) as Level;
    if (!level.sorted) level.members.sort((a, b) => (a.id < b.id ? -1 : 1));
    level.sorted = true;
    return level.members;
  }
}

function firstAfter(members: Level["members"], id: string): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] as { id: string }).id <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Read once a revision. */
export const overviewOrder = perRevision(async (asked: Asked): Promise<OverviewOrder> => {
  const { rows } = await asked.store.read({ text: overviewOrderCypher }, limitsOf(asked));
  const order = new OverviewOrder();
  for (const [id, kind, degree] of rows) order.add(Number(degree), String(id), String(kind));
  return order.close();
});
