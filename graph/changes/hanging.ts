import type { RecordTable } from "#graph/model/change-set.ts";
import type { Ask } from "./ask.ts";
import {
  type Content,
  type EntityContent,
  entityContent,
  type MetricContent,
  metricContent,
  type StatementContent,
  statementContent,
} from "./content.ts";
import { claimsRestingOn, entitiesNamedIn, entitiesOf, recordsNaming } from "./references.ts";
import { readStanding } from "./standing.ts";

interface Going {
  entities: readonly string[];
  documents: readonly string[];
  /** Whether a record is dealt with already. */
  isKnown: (table: RecordTable, id: string) => boolean;
}

export interface Hanging {
  table: RecordTable;
  id: string;
  before: Content;
  /** What is left of it; null where nothing is. */
  after: Content | null;
}

/**
 * The standing records that cannot stay as they are when entities and documents go: claims and constraints that name one of the entities,
 * claims that rest on one of the documents, and entities with aliases that were read or hold there.
 */
export async function hangingOn(ask: Ask, { entities, documents, isKnown }: Going): Promise<Hanging[]> {
  const found = [
    ...(await recordsNaming(ask, entities)),
    ...(await claimsRestingOn(ask, documents)),
    ...(await entitiesNamedIn(ask, documents)).map((id) => ({ table: "entities" as const, id })),
  ];
  const [gone, closed] = [new Set(entities), new Set(documents)];
  const hanging: Hanging[] = [];
  for (const table of ["entities", "constraints", "statements", "metrics"] as const) {
    const ids = new Set(found.filter((it) => it.table === table && !isKnown(table, it.id)).map((it) => it.id));
    const standing: Map<string, Content> = await readStanding(ask, table, [...ids]);
    for (const [id, before] of standing) hanging.push({ table, id, before, after: without(table, before, gone, closed) });
  }
  return hanging;
}

function without(table: RecordTable, content: Content, gone: ReadonlySet<string>, closed: ReadonlySet<string>): Content | null {
  if (table === "entities") {
    const entity = content as EntityContent;
    const isGone = (it: string | undefined): boolean => it !== undefined && (gone.has(it) || closed.has(it));
    return entityContent(
      entity,
      (entity.aliases ?? []).filter((it) => !isGone(it.scopeOf) && !isGone(it.source)),
    );
  }
  if (table === "constraints" || entitiesOf(content).some((it) => gone.has(it))) return null;
  const claim = content as StatementContent | MetricContent;
  const evidence = claim.evidence.filter((it) => !closed.has(it.document));
  if (evidence.length === 0) return null;
  return table === "statements" ? statementContent(claim as StatementContent, evidence) : metricContent(claim as MetricContent, evidence);
}
