import type { RecordTable } from "#graph/model/change-set.ts";
import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type Ask, type AskEach, askStore, askStoreEach } from "./ask.ts";
import { sameMetric } from "./keys.ts";
import { ClaimMarks, MetricMarks } from "./marks/claim-marks.ts";
import { DeclaredMarks, EntityMarks } from "./marks/declared-marks.ts";

/** What comparing needs of a store: ids, hashes and keys, in a form that stays small. */
export interface Ledger {
  /** Number of the newest revision, 0 before the first. */
  revision: number;
  checksum: bigint;
  datasets: Map<string, { title: string; titleEn?: string; licence?: string; documents: string[] }>;
  documents: DeclaredMarks;
  entities: EntityMarks;
  constraints: DeclaredMarks;
  statements: ClaimMarks;
  metrics: MetricMarks;
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

/** Begins to read what comparing needs, while files are read that are to be compared with it. */
export function beginLedger(store: GraphStore): Promise<Ledger> {
  const ledger = readLedger(askStore(store), askStoreEach(store));
  // It is not asked for when the files have faults.
  ledger.catch(() => undefined);
  return ledger;
}

/** Reads what comparing needs, a table after the other and some rows at a time. */
export async function readLedger(ask: Ask, askEach: AskEach): Promise<Ledger> {
  const each = (query: string, take: (row: Value[]) => void): Promise<void> =>
    askEach({ text: query }, (rows) => {
      for (const row of rows) if (typeof row[0] === "string") take(row);
    });
  const { revision, checksum } = await readNewest(ask);
  const datasets: Ledger["datasets"] = new Map();
  await each(tables.datasets, ([id, title, titleEn, licence, documents]) =>
    datasets.set(text(id), {
      title: text(title),
      ...(typeof titleEn === "string" ? { titleEn } : {}),
      ...(typeof licence === "string" ? { licence } : {}),
      documents: texts(documents),
    }),
  );
  const declared = async (query: string): Promise<DeclaredMarks> => {
    const marks = new DeclaredMarks();
    await each(query, ([id, hash, dataset]) => marks.add({ id: text(id), hash: text(hash), dataset: text(dataset) }));
    return marks;
  };
  const documents = await declared(tables.documents);
  const entities = new EntityMarks();
  await each(tables.entities, ([id, hash, kind, dataset]) =>
    entities.addEntity({ id: text(id), hash: text(hash), kind: text(kind) as EntityKind, dataset: text(dataset) }),
  );
  const constraints = await declared(tables.constraints);
  const statements = new ClaimMarks();
  await each(tables.statements, ([id, key, hash, documents]) =>
    statements.add({ id: text(id), hash: text(hash), sameness: text(key), documents: texts(documents) }),
  );
  const metrics = new MetricMarks();
  await each(tables.metrics, ([id, key, hash, documents, value, unit]) =>
    metrics.addMetric({
      id: text(id),
      key: text(key),
      hash: text(hash),
      sameness: sameMetric(text(key), { value: Number(value), unit: text(unit) as never }),
      documents: texts(documents),
    }),
  );
  return { revision, checksum, datasets, documents, entities, constraints, statements, metrics };
}
