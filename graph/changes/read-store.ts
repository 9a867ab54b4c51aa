import type { Dataset, DatasetHead } from "#graph/model/dataset.ts";
import type { SourceDocument } from "#graph/model/document.ts";
import type { Constraint, Entity } from "#graph/model/entity.ts";
import type { Metric } from "#graph/model/metric.ts";
import type { Evidence, Statement } from "#graph/model/statement.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "./ask.ts";
import type { EvidencePart } from "./content.ts";
import { readConstraints, readDocuments, readEntities, readMetrics, readStatements, type StoredClaim } from "./stored.ts";

const heads = "MATCH (d:Dataset) RETURN d.id AS id, d.title AS title, d.titleEn AS titleEn, d.licence AS licence ORDER BY id";

/** All that a store asserts now, as a dataset that seeds back unchanged: as its sources give it, without what the store works out. */
export async function readDatasetFromStore(store: GraphStore, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<Dataset> {
  const ask = askStore(store, signal);
  const named = await readNamedFromStore(store, { signal });
  const claims = claimTables(await readStatements(ask), await readMetrics(ask));
  // A head outlives the last record of its dataset, since no change withdraws it; without one it asserts nothing.
  const speaking = new Set([...named.documents, ...named.entities, ...named.constraints].map((it) => it.dataset));
  return {
    datasets: (await ask({ text: heads }))
      .map(
        ([id, title, titleEn, licence]) =>
          ({
            id,
            title,
            ...(titleEn === null ? {} : { titleEn }),
            ...(licence === null ? {} : { licence }),
          }) as DatasetHead,
      )
      .filter((it) => speaking.has(it.id)),
    ...named,
    ...claims,
  };
}

export type ClaimTables = Pick<Dataset, "statements" | "metrics" | "evidence">;

function claimTables(
  statements: Awaited<ReturnType<typeof readStatements>>,
  metrics: Awaited<ReturnType<typeof readMetrics>>,
): ClaimTables {
  const evidence: Evidence[] = [];
  const owned = <C extends { evidence: EvidencePart[] }>(claims: Map<string, StoredClaim<C>>): Omit<C, "evidence">[] =>
    [...claims].map(([id, { content }]) => {
      const { evidence: parts, ...own } = content;
      for (const part of parts) evidence.push({ ...part, statement: id as Evidence["statement"] });
      return own;
    });
  return {
    statements: owned(statements).map((it) => ({ rank: "normal", properties: {}, ...it }) as Statement),
    metrics: owned(metrics).map((it) => ({ rank: "normal", ...it }) as Metric),
    evidence,
  };
}

const restingOn = (label: "Statement" | "MetricObservation") =>
  `MATCH (n:${label})-[:SUPPORTED_BY]->(d:Document {id: $document}) WHERE n.untilRevision IS NULL RETURN DISTINCT n.id AS id`;

/** The statements and metrics that rest on a document now, with all their evidence. */
export async function readClaimsFromStore(store: GraphStore, document: string): Promise<ClaimTables> {
  const ask = askStore(store);
  const idsOf = async (label: Parameters<typeof restingOn>[0]): Promise<string[]> =>
    (await ask({ text: restingOn(label), parameters: { document } })).map(([id]) => String(id));
  const [statements, metrics] = [await idsOf("Statement"), await idsOf("MetricObservation")];
  return claimTables(await readStatements(ask, { ids: statements }), await readMetrics(ask, { ids: metrics }));
}

export type NamedTables = Pick<Dataset, "documents" | "paragraphs" | "entities" | "aliases" | "constraints">;

/** The tables that say what there is and how it is called, without what is claimed of it. */
export async function readNamedFromStore(store: GraphStore, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<NamedTables> {
  const ask = askStore(store, signal);
  const documents = [...(await readDocuments(ask)).values()];
  const entities = [...(await readEntities(ask)).values()];
  return {
    documents: documents.map(({ paragraphs: _, ...it }) => it as SourceDocument),
    paragraphs: documents.flatMap((it) => (it.paragraphs ?? []).map((part) => ({ ...part, document: it.id }))),
    entities: entities.map(({ aliases: _, ...it }) => it as Entity),
    aliases: entities.flatMap((it) => (it.aliases ?? []).map((alias) => ({ ...alias, entity: it.id }))),
    constraints: [...(await readConstraints(ask)).values()] as Constraint[],
  };
}
