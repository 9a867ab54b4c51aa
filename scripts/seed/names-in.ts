import { entitiesOf } from "#graph/changes/references.ts";
import type { DatasetSource } from "#graph/dataset/source.ts";
import type { Compared } from "#server/local/seeding.ts";
import type { Names } from "./describe-record.ts";

/** What a dataset calls the entities that its changes name, and those that were recognised. */
export async function namesIn(source: DatasetSource, { changeSet }: Compared): Promise<Names> {
  const wanted = new Set<string>(changeSet.recognised.flat());
  for (const { before, after } of changeSet.changes)
    for (const content of [before, after]) if (content !== null) for (const id of entitiesOf(content as never)) wanted.add(id);
  const names = new Map<string, string>();
  for await (const rows of source.rows("entities")) for (const { id, name } of rows) if (wanted.has(id)) names.set(id, name);
  return names;
}
