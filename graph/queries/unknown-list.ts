import type { UnknownListAnswer } from "#graph/model/style-values.ts";
import { allUnknown } from "./all-unknown.ts";
import type { Asked } from "./rows.ts";
import { shown } from "./shown.ts";

export const unknownShownCypher = `MATCH (n:Entity) WHERE n.kind IN $kinds
RETURN n AS entity
ORDER BY n.degree DESC, n.id`;

const kinds = ["IndustrialChain", "IndustryCluster", "Industry", "Project", "Company"];

/** What is not known of which entity, the most connected first; at most `limit`, and how many there are. */
export async function unknownList(asked: Asked, { today, limit }: { today: string; limit: number }): Promise<UnknownListAnswer> {
  const all = await allUnknown(asked.store, today);
  return {
    unknown: all.slice(0, limit).map(({ entity, ...rest }) => ({ ...rest, entity: entity.id })),
    total: all.length,
    truncated: all.length > limit,
    cypher: shown(unknownShownCypher, { kinds }),
  };
}
