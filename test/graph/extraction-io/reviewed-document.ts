import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { applyChangeSet } from "#graph/changes/review/apply.ts";
import { propose } from "#graph/changes/review/propose.ts";
import type { Proposals } from "#graph/extraction/proposals/to-dataset.ts";
import type { Revision } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";

/** Puts proposals through the review that every change goes through, everything accepted. */
export async function reviewed(
  store: GraphStore,
  { proposals, name, sha256 }: { proposals: Proposals; name: string; sha256: string },
): Promise<{ changeSet: ReviewedChangeSet; revision: Revision | null; after: Dataset }> {
  const now = new Date("2024-04-01T00:00:00Z");
  const input = { origin: "document", dataset: proposals.dataset, name, remarks: proposals.remarks } as const;
  const changeSet = await propose({ store, input, author: "test", title: name, sources: [{ name, sha256 }], now });
  const { revision } = await applyChangeSet(store, { id: changeSet.id, accept: "all", author: "test", message: name, now });
  return { changeSet, revision, after: await readDatasetFromStore(store) };
}
