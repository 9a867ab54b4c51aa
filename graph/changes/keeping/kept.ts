import type { Value } from "#graph/model/cypher-result.ts";
import { NotInStore } from "#graph/queries/fault.ts";
import type { WriteTransaction } from "#graph/store/store.ts";
import { KeptOutdated } from "./faults.ts";

/** What people keep beside the graph: no entity, no part of a dataset, an export, a checksum or a revision. */
export type KeptLabel = "View" | "Note";

const words = {
  View: {
    what: "saved view",
    remedy: "see GET /views for those that there are",
    lock: "MATCH (v:View {id: $id}) SET v.locked = true RETURN v.version AS version",
  },
  Note: {
    what: "note",
    remedy: "see GET /notes for those that there are",
    lock: "MATCH (v:Note {id: $id}) SET v.locked = true RETURN v.version AS version",
  },
} as const;

/**
 * Locks a kept node before it is judged, so that of two who change it at once one is refused. Throws NotInStore, and KeptOutdated when
 * `version` is not the one that stands.
 */
export async function lockKept(transaction: WriteTransaction, label: KeptLabel, { id, version }: { id: string; version: number }) {
  const found: Value | undefined = (await transaction.run({ text: words[label].lock, parameters: { id } })).rows[0]?.[0];
  if (found === undefined) throw new NotInStore({ what: words[label].what, id, remedy: words[label].remedy });
  if (found !== version) throw new KeptOutdated(words[label].what, id, `is at version ${found}, and was changed from version ${version}`);
}

/** Throws KeptOutdated when there is one of this id. */
export async function refuseExisting(transaction: WriteTransaction, label: KeptLabel, id: string) {
  const { rows } = await transaction.run({ text: words[label].lock, parameters: { id } });
  if (rows.length > 0) throw new KeptOutdated(words[label].what, id, "is there already");
}
