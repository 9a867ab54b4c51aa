import type { Dataset } from "#graph/model/dataset.ts";
import type { Paragraph, SourceDocument } from "#graph/model/document.ts";
import type { Alias, Entity } from "#graph/model/entity.ts";

/** What proposals may refer to: the tables of a store or of a dataset that say what there is. */
export type KnownTables = Pick<Dataset, "documents" | "paragraphs" | "entities" | "aliases">;

export interface KnownIndex {
  entities: ReadonlyMap<string, Entity>;
  aliases: ReadonlyMap<string, readonly Alias[]>;
  /** Ids of documents, and by the hash of their file those whose text has offsets. */
  documentIds: ReadonlySet<string>;
  textBySha256: ReadonlyMap<string, SourceDocument>;
  paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
}

function grouped<T>(records: readonly T[], keyOf: (it: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const it of records) {
    const group = groups.get(keyOf(it));
    if (group === undefined) groups.set(keyOf(it), [it]);
    else group.push(it);
  }
  return groups;
}

/** Made once, used for many documents. */
export function indexKnown({ documents, paragraphs, entities, aliases }: KnownTables): KnownIndex {
  const texts = documents.filter((it) => it.form === "original" || it.form === "retelling");
  return {
    entities: new Map(entities.map((it) => [it.id, it])),
    aliases: grouped(aliases, (it) => it.entity),
    documentIds: new Set(documents.map((it) => it.id)),
    textBySha256: new Map(texts.flatMap((it) => (it.sha256 === undefined ? [] : [[it.sha256, it]]))),
    paragraphs: grouped(paragraphs, (it) => it.document),
  };
}
