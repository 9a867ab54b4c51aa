import { hash } from "node:crypto";
import type { DatasetHead } from "#graph/model/dataset.ts";
import type { DatasetId } from "#graph/model/id.ts";
import type { Ledger } from "./ledger.ts";

/** For whom a dataset speaks. */
export interface Speaker {
  heads: DatasetHead[];
  /** Ids of its datasets. */
  own: ReadonlySet<string>;
  /** Documents for which it speaks completely: those that it lists. */
  documents: ReadonlySet<string>;
  /** It was recognised by its documents and lists only some of them: what it leaves out may still hold. */
  partial: boolean;
  /** The dataset that a record of it belongs to. */
  ownerOf: (named: string | undefined) => DatasetId;
}

const slugOf = (name: string): string => {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? `dataset-${hash("sha256", name, "hex").slice(0, 6)}` : slug.slice(0, 100);
};

/** The stored dataset that lists most of these documents; null when none lists any. */
function recognise(documents: ReadonlySet<string>, ledger: Ledger): string | null {
  let best: { id: string; shared: number } | null = null;
  for (const [id, stored] of ledger.datasets) {
    const shared = stored.documents.filter((it) => documents.has(it)).length;
    if (shared > (best?.shared ?? 0)) best = { id, shared };
  }
  return best?.id ?? null;
}

/**
 * Who speaks: the datasets that it names; else the stored one that it shares documents with; else a new one of this name. Who only adds
 * speaks for no document: nothing is withdrawn, and what others declare stays as it is.
 */
export function speakerOf({
  heads: named,
  documents,
  ledger,
  name,
  addsOnly = false,
}: {
  /** The datasets that it names. */
  heads: readonly DatasetHead[];
  /** Ids of the documents that it lists. */
  documents: ReadonlySet<string>;
  ledger: Ledger;
  name: string;
  addsOnly?: boolean;
}): Speaker {
  const known = named.length === 0 && !addsOnly ? recognise(documents, ledger) : null;
  const stored = known === null ? undefined : ledger.datasets.get(known);
  const unnamed = (): DatasetHead => {
    if (known === null || stored === undefined) return { id: slugOf(name) as DatasetId, title: name };
    const { documents: _, ...head } = stored;
    return { id: known as DatasetId, ...head };
  };
  const heads = named.length > 0 ? [...named] : [unnamed()];
  const first = (heads[0] as DatasetHead).id;
  const ownerOf = (named: string | undefined): DatasetId => (named === undefined ? first : (named as DatasetId));
  if (addsOnly)
    return { heads: heads.filter((it) => !ledger.datasets.has(it.id)), own: new Set(), documents: new Set(), partial: false, ownerOf };
  return {
    heads,
    own: new Set<string>(heads.map((it) => it.id)),
    documents,
    partial: stored?.documents.some((it) => !documents.has(it)) ?? false,
    ownerOf,
  };
}
