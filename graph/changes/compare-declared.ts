import type { DatasetSource } from "#graph/dataset/source.ts";
import type { DatasetId } from "#graph/model/id.ts";
import { AddedRecords } from "./added.ts";
import { type ContentOf, constraintContent, constraintId, contentHash, documentContent, entityContent, withHash } from "./content.ts";
import type { SpooledContents } from "./first/spooled-contents.ts";
import type { Ledger } from "./ledger.ts";
import type { DeclaredMarks } from "./marks/declared-marks.ts";
import type { Records } from "./records/records.ts";
import type { Speaker } from "./speaker.ts";
import type { Standing, StandingByTable } from "./standing-records.ts";

type Declared = "documents" | "entities" | "constraints";

/** What a table would become: new contents, changed ones by id, how many stay, and what its dataset no longer declares. */
export interface Difference<C extends ContentOf[Declared]> {
  added: AddedRecords<C>;
  changed: Map<string, C>;
  unchanged: number;
  /** Stored ids that the comparison left unmatched. */
  dropped: string[];
}

/** A record as its dataset lists it. */
interface Listed<C> {
  id: string;
  dataset: string | undefined;
  /** As a record of the dataset that it belongs to. */
  contentIn: (dataset: DatasetId) => C;
}

/**
 * Documents, entities and constraints belong to the dataset that declares them first. Another dataset may list them to refer to them;
 * that changes nothing of them.
 */
async function compareDeclared<C extends ContentOf[Declared]>({
  records,
  stored,
  standing,
  speaker,
  keep,
  onAdded,
}: {
  records: AsyncIterable<readonly Listed<C>[]>;
  stored: DeclaredMarks;
  /** What was found to stand unchanged; the records are the other ones. */
  standing?: Standing;
  speaker: Speaker;
  keep: number;
  onAdded: (content: C) => Promise<void> | undefined;
}): Promise<Difference<C>> {
  const difference: Difference<C> = { added: new AddedRecords(keep), changed: new Map(), unchanged: standing?.count ?? 0, dropped: [] };
  const isOwn = stored.belongingTo(speaker.own);
  const listed = Uint8Array.from(standing?.stored ?? new Uint8Array(stored.size));
  for await (const some of records)
    for (const { id, dataset, contentIn } of some) {
      const known = stored.numberOf(id);
      if (known >= 0) listed[known] = 1;
      if (known >= 0 && !isOwn(known)) {
        difference.unchanged += 1;
        continue;
      }
      const content = contentIn(known < 0 ? speaker.ownerOf(dataset) : (stored.datasetOf(known) as DatasetId));
      if (known < 0) {
        difference.added.add(id, content);
        const taken = onAdded(content);
        if (taken !== undefined) await taken;
      } else if (stored.hasHash(known, contentHash(content))) difference.unchanged += 1;
      else difference.changed.set(id, content);
    }
  for (let number = 0; number < stored.size; number += 1)
    if (isOwn(number) && listed[number] === 0) difference.dropped.push(stored.idOf(number));
  return difference;
}

async function* mapped<A, B>(batches: AsyncIterable<readonly A[]>, to: (it: A) => B): AsyncGenerator<B[]> {
  for await (const batch of batches) yield batch.map(to);
}

/** The three tables of what is declared, rather than claimed. */
export async function compareAllDeclared({
  source,
  records,
  standing,
  ledger,
  speaker,
  keep,
  into,
  onAddedEntity,
}: {
  source: DatasetSource;
  records: Records;
  standing: StandingByTable;
  ledger: Ledger;
  speaker: Speaker;
  /** So many of the new ones of each table in full. */
  keep: number;
  /** All of them, where they go into an empty store. */
  into: SpooledContents | undefined;
  onAddedEntity: (content: ContentOf["entities"]) => void;
}): Promise<{ [T in Declared]: Difference<ContentOf[T]> }> {
  return {
    documents: await compareDeclared<ContentOf["documents"]>({
      records: mapped(records.of("documents"), ({ record, parts, hash }) => ({
        id: record.id,
        dataset: record.dataset,
        contentIn: (dataset) => withHash(documentContent({ ...record, dataset }, parts), hash),
      })),
      stored: ledger.documents,
      standing: standing.documents,
      speaker,
      keep,
      onAdded: (content) => into?.add("documents", content),
    }),
    entities: await compareDeclared<ContentOf["entities"]>({
      records: mapped(records.of("entities"), ({ record, parts, hash }) => ({
        id: record.id,
        dataset: record.dataset,
        contentIn: (dataset) => withHash(entityContent({ ...record, dataset }, parts), hash),
      })),
      stored: ledger.entities,
      standing: standing.entities,
      speaker,
      keep,
      onAdded: (content) => {
        onAddedEntity(content);
        return into?.add("entities", content);
      },
    }),
    constraints: await compareDeclared<ContentOf["constraints"]>({
      records: mapped(source.rows("constraints"), (record) => ({
        id: constraintId(record),
        dataset: record.dataset,
        contentIn: (dataset) => constraintContent({ ...record, dataset }),
      })),
      stored: ledger.constraints,
      speaker,
      keep: Number.POSITIVE_INFINITY,
      onAdded: (content) => into?.add("constraints", content),
    }),
  };
}
