import type { UnknownListAnswer } from "#graph/model/style-values.ts";
import { allUnknown, kindsWithGaps, relationsLookedFor } from "./all-unknown.ts";
import { type Heard, heardParameters, heardStatement, isFiltered } from "./heard.ts";
import type { Asked } from "./rows.ts";
import { shown } from "./shown.ts";

/** `others`: entities of other kinds of which something is not known. */
export const unknownShownCypher = `MATCH (n:Entity) WHERE n.kind IN $kinds OR n.id IN $others
RETURN n AS entity
ORDER BY n.degree DESC, n.id`;

/** Under clocks and trust, with the relations that are left. */
export const heardUnknownShownCypher = `MATCH (n:Entity) WHERE n.kind IN $kinds OR n.id IN $others
OPTIONAL MATCH (n)-[r]-(m:Entity) WHERE type(r) IN $relations AND ${heardStatement("r")}
RETURN n AS entity, collect(r) AS edges
ORDER BY entity.degree DESC, entity.id`;

interface UnknownListOptions {
  today: string;
  limit: number;
  heard: Heard;
}

/** What is not known of which entity, the most connected first; at most `limit`, and how many there are. */
export async function unknownList(asked: Asked, { today, limit, heard }: UnknownListOptions): Promise<UnknownListAnswer> {
  const all = await allUnknown(asked, { today, heard });
  const listed = all.slice(0, limit);
  const others = new Set(listed.filter(({ entity }) => !kindsWithGaps.includes(entity.kind)).map(({ entity }) => entity.id));
  const examined = { kinds: kindsWithGaps, others: [...others] };
  return {
    unknown: listed.map(({ entity, ...rest }) => ({ ...rest, entity: entity.id })),
    total: all.length,
    truncated: all.length > limit,
    cypher: isFiltered(heard)
      ? shown(heardUnknownShownCypher, { ...examined, relations: relationsLookedFor, ...(await heardParameters(asked, heard)) })
      : shown(unknownShownCypher, examined),
  };
}
