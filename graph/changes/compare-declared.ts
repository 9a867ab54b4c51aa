import type { Dataset } from "#graph/model/dataset.ts";
import type { DatasetId } from "#graph/model/id.ts";
import {
  type AliasPart,
  type ContentOf,
  constraintContent,
  constraintId,
  contentHash,
  documentContent,
  entityContent,
  type ParagraphPart,
} from "./content.ts";
import type { Ledger } from "./ledger.ts";
import type { Speaker } from "./speaker.ts";

type Declared = "documents" | "entities" | "constraints";

/** What a table would become: new contents by id, how many stay, and what its dataset no longer declares. */
export interface Difference<C> {
  added: Map<string, C>;
  changed: Map<string, C>;
  unchanged: number;
  /** Stored ids that the comparison left unmatched. */
  dropped: string[];
}

interface Belongings {
  aliases: ReadonlyMap<string, AliasPart[]>;
  paragraphs: ReadonlyMap<string, ParagraphPart[]>;
}

/**
 * Documents, entities and constraints belong to the dataset that declares them first. Another dataset may list them to refer to them;
 * that changes nothing of them.
 */
function compareDeclared<T extends Declared>({
  records,
  stored,
  speaker,
  contentOf,
  idOf,
}: {
  records: Dataset[T];
  stored: Ledger[T];
  speaker: Speaker;
  contentOf: (it: Dataset[T][number]) => ContentOf[T];
  idOf: (it: Dataset[T][number]) => string;
}): Difference<ContentOf[T]> {
  const difference: Difference<ContentOf[T]> = { added: new Map(), changed: new Map(), unchanged: 0, dropped: [] };
  const listed = new Set<string>();
  for (const record of records as Dataset[T][number][]) {
    const id = idOf(record);
    listed.add(id);
    const known = stored.get(id);
    if (known !== undefined && !speaker.own.has(known.dataset)) {
      difference.unchanged += 1;
      continue;
    }
    const dataset = known === undefined ? speaker.ownerOf(record.dataset) : (known.dataset as DatasetId);
    const content = contentOf({ ...record, dataset });
    if (known === undefined) difference.added.set(id, content);
    else if (contentHash(content) !== known.hash) difference.changed.set(id, content);
    else difference.unchanged += 1;
  }
  for (const [id, known] of stored) if (speaker.own.has(known.dataset) && !listed.has(id)) difference.dropped.push(id);
  return difference;
}

/** The three tables of what is declared, rather than claimed. */
export function compareAllDeclared({
  dataset,
  ledger,
  speaker,
  aliases,
  paragraphs,
}: { dataset: Dataset; ledger: Ledger; speaker: Speaker } & Belongings): { [T in Declared]: Difference<ContentOf[T]> } {
  return {
    documents: compareDeclared<"documents">({
      records: dataset.documents,
      stored: ledger.documents,
      speaker,
      contentOf: (it) => documentContent(it, paragraphs.get(it.id) ?? []),
      idOf: (it) => it.id,
    }),
    entities: compareDeclared<"entities">({
      records: dataset.entities,
      stored: ledger.entities,
      speaker,
      contentOf: (it) => entityContent(it, aliases.get(it.id) ?? []),
      idOf: (it) => it.id,
    }),
    constraints: compareDeclared<"constraints">({
      records: dataset.constraints,
      stored: ledger.constraints,
      speaker,
      contentOf: constraintContent,
      idOf: constraintId,
    }),
  };
}
