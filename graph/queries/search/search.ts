import type { SearchAnswer } from "#graph/model/api-answers.ts";
import type { NodeRow } from "../columns.ts";
import { refOf } from "../entities-by-id.ts";
import { perRevision } from "../per-revision.ts";
import type { Asked } from "../rows.ts";
import { shown } from "../shown.ts";
import { indexEntities } from "./index-entities.ts";
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
  const index = await searchIndex(store);
  const ranked = rankedHits(index, { query, kinds });
  const hits = ranked.slice(0, limit).map(({ entity, surface, score, near }) => {
    const node = index.entities[entity] as NodeRow;
    const matched = { field: surface.field, text: surface.text, scope: surface.scope };
    return { ...refOf(node), matched, score: Math.round(score * 1e6) / 1e6, near, degree: node.degree };
  });
  return { hits, total: ranked.length, cypher: shown(searchShownCypher, { ids: hits.map((hit) => hit.id) }) };
}

/** Builds the index ahead of the first search. */
export const warmSearch = async ({ store }: Asked): Promise<void> => {
  await searchIndex(store);
};
