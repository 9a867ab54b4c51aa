import type { Health, SearchAnswer } from "#graph/model/api-answers.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { NodeRow } from "../columns.ts";
import { refOf } from "../entities-by-id.ts";
import { perRevision } from "../per-revision.ts";
import type { Asked } from "../rows.ts";
import { shown } from "../shown.ts";
import { indexEntities } from "./index-entities.ts";
import { indexingOf } from "./indexing.ts";
import { rankedHits } from "./rank.ts";

export const searchShownCypher = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n AS node`;

export interface SearchOptions {
  query: string;
  kinds: readonly string[] | null;
  limit: number;
}

const searchIndex = perRevision(indexEntities);

/** Entities by any of their names, spellings or numbers, at last by what is nearly one of them; the index is built again when the revision has changed. */
export async function search({ store }: Asked, { query, kinds, limit }: SearchOptions): Promise<SearchAnswer> {
  const index = await indexingOf(store).hurry(searchIndex(store));
  const ranked = rankedHits(index, { query, kinds });
  const hits = ranked.slice(0, limit).map(({ entity, surface, score, near }) => {
    const node = index.entities[entity] as NodeRow;
    const matched = { field: surface.field, text: surface.text, scope: surface.scope };
    return { ...refOf(node), matched, score: Math.round(score * 1e6) / 1e6, near, degree: node.degree };
  });
  return { hits, total: ranked.length, cypher: shown(searchShownCypher, { ids: hits.map((hit) => hit.id) }) };
}

/** Builds the index ahead of the first search; gives way between its slices as long as no search waits for it. */
export async function warmSearch({ store }: Asked, giveWay: () => Promise<void> = async () => {}): Promise<void> {
  indexingOf(store).giveWay = giveWay;
  await giveWay();
  await searchIndex(store);
}

/** Whether the next search finds its index built, and how far it has come. */
export function searchState(store: GraphStore): NonNullable<Health["search"]> {
  const { ready, done, total } = indexingOf(store);
  return { ready, done, total };
}
