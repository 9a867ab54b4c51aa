import type { Change } from "#graph/model/change-set.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type Ask, askInPortions } from "./ask.ts";
import { contentHash, type EntityContent } from "./content.ts";
import { type Edge, entityNode, type Properties, projectAttributes, type StatementState } from "./projection.ts";
import { readEntities } from "./stored.ts";

export interface SettledEntities {
  create: { content: EntityContent; node: Properties }[];
  /** Node and, where its content changed, aliases anew. */
  rewrite: { content: EntityContent; node: Properties; aliases: boolean }[];
  degrees: { id: string; degree: number }[];
  remove: string[];
}

const standing = "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id, n.degree AS degree, n.hash AS hash";

/** By how much each entity's degree changes; an edge to itself counts once. */
export function degreeDeltas(dropped: readonly Edge[], created: readonly Edge[]): Map<string, number> {
  const deltas = new Map<string, number>();
  const add = (id: string, by: number): void => void deltas.set(id, (deltas.get(id) ?? 0) + by);
  const count = (edges: readonly Edge[], by: number): void => {
    for (const { from, to } of edges) {
      add(from, by);
      if (to !== from) add(to, by);
    }
  };
  count(dropped, -1);
  count(created, 1);
  return deltas;
}

/** What becomes of the entities' nodes: declared content, attributes projected from the ledger, degree. */
export async function settleEntities({
  changes,
  ask,
  revision,
  attributes,
  degrees: deltas,
}: {
  changes: readonly Change[];
  ask: Ask;
  revision: number;
  /** Of every entity whose attributes are touched, all its active attribute statements. */
  attributes: ReadonlyMap<string, readonly StatementState[]>;
  /** By how much each entity's degree changes. */
  degrees: ReadonlyMap<string, number>;
}): Promise<SettledEntities> {
  const settled: SettledEntities = { create: [], rewrite: [], degrees: [], remove: [] };
  const next = new Map<string, EntityContent>();
  const created = new Set<string>();
  for (const { record, before, after } of changes) {
    if (after === null) settled.remove.push(record.id);
    else if (before === null) created.add(record.id);
    if (after !== null) next.set(record.id, after as unknown as EntityContent);
  }
  const gone = new Set(settled.remove);
  const nodeOf = (content: EntityContent, degree: number, hash: string): Properties =>
    entityNode({
      content,
      attributes: projectAttributes(content.kind as EntityKind, attributes.get(content.id) ?? []),
      degree,
      hash,
      revision,
    });
  for (const id of created) {
    const content = next.get(id) as EntityContent;
    settled.create.push({ content, node: nodeOf(content, deltas.get(id) ?? 0, contentHash(content)) });
  }
  const known = (id: string): boolean => !created.has(id) && !gone.has(id);
  const rewritten = [...new Set([...next.keys(), ...attributes.keys()])].filter(known);
  const moved = [...deltas].filter(([id, delta]) => delta !== 0 && known(id)).map(([id]) => id);
  const touched = [...new Set([...rewritten, ...moved])];
  if (touched.length === 0) return settled;
  const stored = new Map(
    (await askInPortions(ask, { text: standing, ids: touched })).map(([id, degree, hash]) => [
      id as string,
      { degree: Number(degree ?? 0), hash: hash as string },
    ]),
  );
  const asStored = await readEntities(ask, { ids: rewritten.filter((id) => !next.has(id)) });
  for (const id of touched) {
    const was = stored.get(id);
    if (was === undefined) continue;
    const degree = was.degree + (deltas.get(id) ?? 0);
    const changed = next.get(id);
    const content = changed ?? asStored.get(id);
    if (content === undefined) settled.degrees.push({ id, degree });
    else
      settled.rewrite.push({
        content,
        node: nodeOf(content, degree, changed === undefined ? was.hash : contentHash(changed)),
        aliases: changed !== undefined,
      });
  }
  return settled;
}
