import type { RecordTable } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Ask } from "./ask.ts";

/** What comparing needs of a store: ids, hashes and keys, in columns. */
export interface Ledger {
  /** Number of the newest revision, 0 before the first. */
  revision: number;
  checksum: bigint;
  datasets: Map<string, { title: string; titleEn?: string; licence?: string; documents: string[] }>;
  documents: Map<string, { hash: string; dataset: string }>;
  entities: Map<string, { hash: string; kind: EntityKind; dataset: string }>;
  constraints: Map<string, { hash: string; dataset: string }>;
  statements: Map<string, ClaimMark>;
  metrics: Map<string, ClaimMark & { value: number; unit: string }>;
}
export interface ClaimMark {
  id: string;
  key: string;
  hash: string;
  documents: string[];
}

const newest = {
  text: "MATCH (r:Revision) RETURN r.number AS number, r.checksum AS checksum ORDER BY number DESC LIMIT 1",
};
const tables = {
  datasets: "MATCH (d:Dataset) RETURN d.id AS id, d.title AS title, d.titleEn AS titleEn, d.licence AS licence, d.documents AS documents",
  documents: "MATCH (d:Document) RETURN d.id AS id, d.hash AS hash, d.dataset AS dataset",
  entities: "MATCH (n:Entity) RETURN n.id AS id, n.hash AS hash, n.kind AS kind, n.dataset AS dataset",
  constraints: "MATCH (c:Constraint) RETURN c.id AS id, c.hash AS hash, c.dataset AS dataset",
  statements: "MATCH (s:Statement) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.key AS key, s.hash AS hash, s.documents AS documents",
  metrics:
    "MATCH (m:MetricObservation) WHERE m.untilRevision IS NULL RETURN m.id AS id, m.key AS key, m.hash AS hash, m.documents AS documents, m.value AS value, m.unit AS unit",
} as const satisfies Record<RecordTable | "datasets", string>;

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");
const texts = (value: Value | undefined): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The newest revision's number and checksum; 0 and 0 before the first. */
export interface Newest {
  revision: number;
  checksum: bigint;
}
export async function readNewest(ask: Ask): Promise<Newest> {
  const [row] = await ask(newest);
  return { revision: typeof row?.[0] === "number" ? row[0] : 0, checksum: BigInt(text(row?.[1]) || "0") };
}

/** Reads what comparing needs. Lists of one document are shared, so that a large ledger stays small in memory. */
export async function readLedger(ask: Ask): Promise<Ledger> {
  const shared = new Map<string, string[]>();
  const documentList = (value: Value | undefined): string[] => {
    const list = texts(value);
    if (list.length !== 1) return list;
    const known = shared.get(list[0] as string);
    if (known !== undefined) return known;
    shared.set(list[0] as string, list);
    return list;
  };
  const owned = async (query: string): Promise<Map<string, { hash: string; dataset: string }>> =>
    new Map((await ask({ text: query })).map(([id, hash, dataset]) => [text(id), { hash: text(hash), dataset: text(dataset) }]));
  const mark = ([id, key, hash, documents]: Value[]): ClaimMark => ({
    id: text(id),
    key: text(key),
    hash: text(hash),
    documents: documentList(documents),
  });
  const { revision, checksum } = await readNewest(ask);
  const datasets = (await ask({ text: tables.datasets })).map(([id, title, titleEn, licence, documents]) => {
    const head = {
      title: text(title),
      ...(typeof titleEn === "string" ? { titleEn } : {}),
      ...(typeof licence === "string" ? { licence } : {}),
      documents: texts(documents),
    };
    return [text(id), head] as const;
  });
  const entities = (await ask({ text: tables.entities })).map(
    ([id, hash, kind, dataset]) => [text(id), { hash: text(hash), kind: text(kind) as EntityKind, dataset: text(dataset) }] as const,
  );
  const statements = (await ask({ text: tables.statements })).map((row) => [text(row[0]), mark(row)] as const);
  const metrics = (await ask({ text: tables.metrics })).map(
    (row) => [text(row[0]), { ...mark(row), value: Number(row[4]), unit: text(row[5]) }] as const,
  );
  return {
    revision,
    checksum,
    datasets: new Map(datasets),
    documents: await owned(tables.documents),
    entities: new Map(entities),
    constraints: await owned(tables.constraints),
    statements: new Map(statements),
    metrics: new Map(metrics),
  };
}
