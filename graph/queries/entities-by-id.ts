import type { EntityRef } from "#graph/model/api-answers.ts";
import type { EntityId } from "#graph/model/id.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { NodeRow } from "./columns.ts";
import { type Asked, ask, numberOf, type Row, textOf, textOrNull } from "./rows.ts";

export const entitiesByIdCypher = `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn, n.shortName AS shortName, n.degree AS degree`;

export const nodeRow = (row: Row): NodeRow => ({
  id: textOf(row.id),
  kind: textOf(row.kind),
  name: textOf(row.name),
  nameEn: textOrNull(row.nameEn),
  shortName: textOrNull(row.shortName ?? null),
  degree: numberOf(row.degree),
});

export const refOf = ({ id, kind, name, nameEn }: Pick<NodeRow, "id" | "kind" | "name" | "nameEn">): EntityRef => ({
  id: id as EntityId,
  kind: kind as EntityKind,
  name,
  nameEn,
});

/** What is drawn of each entity; ids that the store does not have are left out. */
export async function entitiesById(asked: Asked, ids: readonly string[]): Promise<Map<string, NodeRow>> {
  if (ids.length === 0) return new Map();
  const rows = await ask(asked, entitiesByIdCypher, { ids });
  return new Map(rows.map((row) => [textOf(row.id), nodeRow(row)]));
}
