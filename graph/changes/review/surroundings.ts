import type { EntityRef } from "#graph/model/api-answers.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { ReviewedChangeSet } from "#graph/model/review.ts";
import { type Ask, askInPortions } from "../ask.ts";
import { readMetrics, readStatements } from "../stored.ts";

const entityRefs =
  "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn";
const titles = "UNWIND $ids AS wanted MATCH (d:Document {id: wanted}) RETURN d.id AS id, d.title AS title";
const entityFields = ["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"] as const;

/** What a reader of changes must see beside them. */
export type Surroundings = Pick<ReviewedChangeSet, "refs" | "documents" | "rivals">;

const refOf = (content: RecordContent): EntityRef =>
  ({ id: content.id, kind: content.kind, name: content.name, nameEn: content.nameEn ?? null }) as EntityRef;

/** Entities and documents that changes and rivals name, and the rivals themselves. A value that is no entity's id names none. */
export async function surroundingsOf(
  ask: Ask,
  { changes, conflictsWith }: { changes: readonly Change[]; conflictsWith: Readonly<Record<string, readonly string[]>> },
): Promise<Surroundings> {
  const rivals: Record<string, RecordContent> = {};
  const own = new Map(changes.map((it) => [it.record.id, it.after]));
  const wanted = { statements: new Set<string>(), metrics: new Set<string>() };
  for (const { id, record } of changes)
    for (const rival of conflictsWith[id] ?? [])
      if (record.table === "statements" || record.table === "metrics") wanted[record.table].add(rival);
  const standing = new Map<string, unknown>();
  for (const [id, it] of await readStatements(ask, { ids: [...wanted.statements] })) standing.set(id, it.content);
  for (const [id, it] of await readMetrics(ask, { ids: [...wanted.metrics] })) standing.set(id, it.content);
  for (const id of [...wanted.statements, ...wanted.metrics]) {
    const content = own.get(id) ?? standing.get(id);
    if (content !== undefined && content !== null) rivals[id] = content as RecordContent;
  }

  const refs = new Map<string, EntityRef>();
  const documents: Record<string, string> = {};
  const named = { entities: new Set<string>(), documents: new Set<string>() };
  const note = (content: RecordContent | null): void => {
    if (content === null) return;
    for (const field of entityFields) if (typeof content[field] === "string") named.entities.add(content[field]);
    for (const { document } of (content.evidence ?? []) as { document: string }[]) named.documents.add(document);
    for (const { scopeOf, source } of (content.aliases ?? []) as { scopeOf?: string; source?: string }[])
      for (const id of [scopeOf, source]) if (id !== undefined) for (const ids of [named.documents, named.entities]) ids.add(id);
  };
  for (const { record, before, after } of changes) {
    note(before);
    note(after);
    const content = after ?? before;
    if (content === null) continue;
    if (record.table === "entities") refs.set(record.id, refOf(content));
    if (record.table === "documents") documents[record.id] = String(content.title);
  }
  for (const content of Object.values(rivals)) note(content);
  const ids = [...named.entities].filter((id) => !refs.has(id));
  for (const [id, kind, name, nameEn] of await askInPortions(ask, { text: entityRefs, ids }))
    refs.set(id as string, { id, kind, name, nameEn } as unknown as EntityRef);
  const unknown = [...named.documents].filter((id) => documents[id] === undefined);
  for (const [id, title] of await askInPortions(ask, { text: titles, ids: unknown })) documents[id as string] = title as string;
  return { refs: [...refs.values()], documents, rivals };
}
