import type { RecordTable } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import { type Ask, askInPortions } from "./ask.ts";
import {
  type AliasPart,
  type ContentOf,
  constraintContent,
  documentContent,
  type EvidencePart,
  entityContent,
  metricContent,
  type ParagraphPart,
  statementContent,
} from "./content.ts";

type Row = Record<string, Value>;

/** A claim of the ledger: its content as its sources give it, and what the store worked out. */
export interface StoredClaim<C> {
  content: C;
  rank: string;
  /** Statements only. */
  validFrom: string | null;
  validTo: string | null;
  assertedAt: string | null;
  documents: string[];
  reliability: string;
  /** Statements only. */
  drawn: boolean;
  hash: string;
  sinceRevision: number;
}

const statementFields =
  "id subject predicate object value status confidence basis rank validFrom validTo properties assertedAt documents reliability drawn hash sinceRevision derived";
const metricFields =
  "id subject name value unit op raw period modality basis region denominator plan product status confidence rank validTo assertedAt documents reliability hash sinceRevision derived";
const documentFields = "id title titleEn form publisher published publishedBasis url sha256 characters reliability dataset";
const entityFields = "id kind name nameEn shortName subkind collective uncertain nameSource mergedFrom dataset";
const aliasFields = "entity surface scope scopeOf guard source spans confidence";
const constraintFields = "kind left right reason dataset";
const paragraphFields = "document id kind start end damage";
const evidenceFields = "paragraph start end row note";

const returned = (variable: string, fields: string): string =>
  fields
    .split(" ")
    .map((field) => `${variable}.\`${field}\` AS \`${field}\``)
    .join(", ");

interface Selection {
  /** All that is active, or these alone. */
  ids?: readonly string[];
}

/** Rows of a label, of all or of some ids, as records by field. */
async function readRows(
  ask: Ask,
  {
    label,
    by,
    fields,
    where,
    ids,
  }: { label: string; by: string; fields: string; where?: string | undefined; ids?: readonly string[] | undefined },
): Promise<Row[]> {
  const names = fields.split(" ");
  const items = returned("n", fields);
  const condition = where === undefined ? "" : ` WHERE ${where}`;
  const rows =
    ids === undefined
      ? await ask({ text: `MATCH (n:${label})${condition} RETURN ${items}` })
      : await askInPortions(ask, {
          text: `UNWIND $ids AS wanted MATCH (n:${label} {${by}: wanted})${condition} RETURN ${items}`,
          ids,
        });
  return rows.map((row) => {
    const record: Row = {};
    for (const [index, name] of names.entries()) {
      const value = row[index];
      if (value !== null && value !== undefined) record[name] = value;
    }
    return record;
  });
}

const groupBy = <T>(rows: readonly T[], ownerOf: (it: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group === undefined) groups.set(ownerOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

async function readEvidence(
  ask: Ask,
  label: "Statement" | "MetricObservation",
  ids?: readonly string[],
): Promise<Map<string, EvidencePart[]>> {
  const items = `n.id AS owner, d.id AS document, ${returned("r", evidenceFields)}`;
  const rows =
    ids === undefined
      ? await ask({ text: `MATCH (n:${label})-[r:SUPPORTED_BY]->(d:Document) WHERE n.untilRevision IS NULL RETURN ${items}` })
      : await askInPortions(ask, {
          text: `UNWIND $ids AS wanted MATCH (n:${label} {id: wanted})-[r:SUPPORTED_BY]->(d:Document) RETURN ${items}`,
          ids,
        });
  const evidence = new Map<string, EvidencePart[]>();
  const names = ["document", ...evidenceFields.split(" ")];
  for (const row of rows) {
    const part: Record<string, Value> = {};
    for (const [index, name] of names.entries()) {
      const value = row[index + 1];
      if (value !== null && value !== undefined) part[name] = value;
    }
    const owner = row[0] as string;
    const parts = evidence.get(owner);
    if (parts === undefined) evidence.set(owner, [part as unknown as EvidencePart]);
    else parts.push(part as unknown as EvidencePart);
  }
  return evidence;
}

/** What a row holds beyond the content: `derived` names fields that the store worked out and no source gave. */
function claimOf<C>(
  row: Row,
  evidence: readonly EvidencePart[],
  contentOf: (it: never, evidence: readonly EvidencePart[]) => C,
): StoredClaim<C> {
  const derived = (row.derived ?? []) as string[];
  const given = { ...row } as Record<string, unknown>;
  for (const name of derived) delete given[name];
  if (typeof row.properties === "string") given.properties = JSON.parse(row.properties);
  return {
    content: contentOf(given as never, evidence),
    rank: (row.rank as string | undefined) ?? "normal",
    validFrom: (row.validFrom as string | undefined) ?? null,
    validTo: (row.validTo as string | undefined) ?? null,
    assertedAt: (row.assertedAt as string | undefined) ?? null,
    documents: (row.documents ?? []) as string[],
    reliability: row.reliability as string,
    drawn: row.drawn === true,
    hash: row.hash as string,
    sinceRevision: row.sinceRevision as number,
  };
}

/** Statements of the ledger: the active ones, or those with the ids (withdrawn ones too). */
export async function readStatements(ask: Ask, { ids }: Selection = {}): Promise<Map<string, StoredClaim<ContentOf["statements"]>>> {
  const where = ids === undefined ? "n.untilRevision IS NULL" : undefined;
  const rows = await readRows(ask, { label: "Statement", by: "id", fields: statementFields, where, ids });
  const evidence = await readEvidence(ask, "Statement", ids);
  return new Map(rows.map((row) => [row.id as string, claimOf(row, evidence.get(row.id as string) ?? [], statementContent)]));
}

/** Metrics of the ledger: the active ones, or those with the ids (withdrawn ones too). */
export async function readMetrics(ask: Ask, { ids }: Selection = {}): Promise<Map<string, StoredClaim<ContentOf["metrics"]>>> {
  const where = ids === undefined ? "n.untilRevision IS NULL" : undefined;
  const rows = await readRows(ask, { label: "MetricObservation", by: "id", fields: metricFields, where, ids });
  const evidence = await readEvidence(ask, "MetricObservation", ids);
  return new Map(rows.map((row) => [row.id as string, claimOf(row, evidence.get(row.id as string) ?? [], metricContent)]));
}

/** Documents with their paragraphs. */
export async function readDocuments(ask: Ask, { ids }: Selection = {}): Promise<Map<string, ContentOf["documents"]>> {
  const rows = await readRows(ask, { label: "Document", by: "id", fields: documentFields, ids });
  const items = returned("p", paragraphFields);
  const text =
    ids === undefined
      ? `MATCH (p:Paragraph) RETURN ${items}`
      : `UNWIND $ids AS wanted MATCH (n:Document {id: wanted})-[:HAS_PARAGRAPH]->(p:Paragraph) RETURN ${items}`;
  const found = ids === undefined ? await ask({ text }) : await askInPortions(ask, { text, ids });
  const paragraphs = groupBy(
    found.map((row) => Object.fromEntries(paragraphFields.split(" ").map((name, index) => [name, row[index]]))),
    (it) => it.document as string,
  );
  return new Map(
    rows.map((row) => [
      row.id as string,
      documentContent(row as never, (paragraphs.get(row.id as string) ?? []) as unknown as ParagraphPart[]),
    ]),
  );
}

/** Entities with their aliases. */
export async function readEntities(ask: Ask, { ids }: Selection = {}): Promise<Map<string, ContentOf["entities"]>> {
  const rows = await readRows(ask, { label: "Entity", by: "id", fields: entityFields, ids });
  const aliases = groupBy(await readRows(ask, { label: "Alias", by: "entity", fields: aliasFields, ids }), (it) => it.entity as string);
  return new Map(
    rows.map((row) => [row.id as string, entityContent(row as never, (aliases.get(row.id as string) ?? []) as unknown as AliasPart[])]),
  );
}

/** Constraints, by their id. */
export async function readConstraints(ask: Ask, { ids }: Selection = {}): Promise<Map<string, ContentOf["constraints"]>> {
  const rows = await readRows(ask, { label: "Constraint", by: "id", fields: `id ${constraintFields}`, ids });
  return new Map(rows.map((row) => [row.id as string, constraintContent(row as never)]));
}

/** Contents of records as they stand, for the state before a change. */
export async function readContents(ask: Ask, table: RecordTable, ids: readonly string[]): Promise<Map<string, ContentOf[RecordTable]>> {
  if (ids.length === 0) return new Map();
  const contentsOf = (claims: Map<string, StoredClaim<ContentOf[RecordTable]>>): Map<string, ContentOf[RecordTable]> =>
    new Map([...claims].map(([id, claim]) => [id, claim.content]));
  switch (table) {
    case "documents":
      return readDocuments(ask, { ids });
    case "entities":
      return readEntities(ask, { ids });
    case "constraints":
      return readConstraints(ask, { ids });
    case "statements":
      return contentsOf(await readStatements(ask, { ids }));
    case "metrics":
      return contentsOf(await readMetrics(ask, { ids }));
  }
}
