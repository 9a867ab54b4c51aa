import type { Dataset } from "#graph/model/dataset.ts";
import type { Paragraph, SourceDocument } from "#graph/model/document.ts";
import type { Alias, Entity } from "#graph/model/entity.ts";
import { type Metric, metricKey } from "#graph/model/metric.ts";
import { type Evidence, statementKey } from "#graph/model/statement.ts";

/** What proposals may refer to: the tables of a store or of a dataset that say what there is, and where it is said. */
export type KnownTables = Pick<Dataset, "documents" | "paragraphs" | "entities" | "aliases" | "statements" | "metrics" | "evidence">;

export interface KnownIndex {
  entities: ReadonlyMap<string, Entity>;
  aliases: ReadonlyMap<string, readonly Alias[]>;
  /** By the hash of their file: documents whose text has offsets. */
  textBySha256: ReadonlyMap<string, SourceDocument>;
  paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
  /** The places in a document that back claims already, by what the claim says (`statementKey`, `metricSaying`). */
  placesIn: (document: string) => ReadonlyMap<string, readonly Evidence[]>;
}

/** Two metrics with one of these are one figure: key, value and unit. */
export const metricSaying = (it: Omit<Metric, "id">): string => `${metricKey(it)}|${it.value}|${it.unit}`;

function grouped<T>(records: readonly T[], keyOf: (it: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const it of records) {
    const key = keyOf(it);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [it]);
    else group.push(it);
  }
  return groups;
}

function placesIn(document: string, { statements, metrics, evidence }: KnownTables): Map<string, Evidence[]> {
  const own = evidence.filter((it) => it.document === document && it.start !== undefined);
  const backed = new Set<string>(own.map((it) => it.statement));
  const sayings = new Map<string, string>();
  for (const it of statements) if (backed.has(it.id)) sayings.set(it.id, statementKey(it));
  for (const it of metrics) if (backed.has(it.id)) sayings.set(it.id, metricSaying(it));
  return grouped(own, (it) => sayings.get(it.statement));
}

/** Made once, used for many documents. */
export function indexKnown(tables: KnownTables): KnownIndex {
  const { documents, paragraphs, entities, aliases } = tables;
  const texts = documents.filter((it) => it.form === "original" || it.form === "retelling");
  return {
    entities: new Map(entities.map((it) => [it.id, it])),
    aliases: grouped(aliases, (it) => it.entity),
    textBySha256: new Map(texts.flatMap((it) => (it.sha256 === undefined ? [] : [[it.sha256, it]]))),
    paragraphs: grouped(paragraphs, (it) => it.document),
    placesIn: (document) => placesIn(document, tables),
  };
}
