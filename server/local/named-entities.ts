import { askInPortions, askStore } from "#graph/changes/ask.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";

const prefixes = new Set(Object.values(kinds).map((it) => it.prefix));
const isEntityId = (value: unknown): value is string => typeof value === "string" && prefixes.has(value.slice(0, value.indexOf("-")));

const namesById = "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id, n.name AS name";

/** Names of the entities that changes speak of, and of those that were recognised: those of the dataset, and of the store where the dataset does not declare them. */
export async function namedEntities(
  store: GraphStore,
  { changes, recognised = [], dataset }: { changes: readonly Change[]; recognised?: readonly [string, string][]; dataset: Dataset },
): Promise<[id: string, name: string][]> {
  const declared = new Map<string, string>(dataset.entities.map((it) => [it.id, it.name]));
  const named = new Set<string>();
  for (const { before, after } of changes)
    for (const content of [before, after]) for (const value of Object.values(content ?? {})) if (isEntityId(value)) named.add(value);
  for (const ids of recognised) for (const id of ids) named.add(id);
  const outside = [...named].filter((id) => !declared.has(id));
  const found = await askInPortions(askStore(store), { text: namesById, ids: outside });
  const inside = [...named].flatMap((id): [string, string][] => (declared.has(id) ? [[id, declared.get(id) as string]] : []));
  return [...inside, ...found.map(([id, name]): [string, string] => [String(id), String(name)])];
}
