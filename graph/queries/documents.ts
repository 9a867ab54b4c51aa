import type { DocumentAnswer, DocumentsAnswer } from "#graph/model/api-answers.ts";
import { type DocumentTexts, hashMismatch, type SuppliedTexts } from "./document-texts.ts";
import { nodeRow, refOf } from "./entities-by-id.ts";
import { paragraphsCypher } from "./evidence.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, numberOrNull, present, type Row, textOf, textOrNull } from "./rows.ts";
import { shown } from "./shown.ts";

const columns = `d.id AS id, d.title AS title, d.titleEn AS titleEn, d.form AS form, d.publisher AS publisher, d.published AS published,
  d.publishedBasis AS publishedBasis, d.url AS url, d.sha256 AS sha256, d.characters AS characters, d.reliability AS reliability`;

export const documentsCypher = `MATCH (d:Document)
WHERE $id IS NULL OR d.id = $id
RETURN ${columns}
ORDER BY published DESC, id`;

export const documentStatementsCypher = `MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document)
WHERE s.untilRevision IS NULL AND ($id IS NULL OR d.id = $id)
RETURN d.id AS document, s.status AS status, count(DISTINCT s.id) AS count`;

export const documentMetricsCypher = `MATCH (m:MetricObservation)-[:SUPPORTED_BY]->(d:Document)
WHERE m.untilRevision IS NULL AND ($id IS NULL OR d.id = $id)
RETURN d.id AS document, count(DISTINCT m.id) AS count`;

export const statementSpansCypher = `MATCH (s:Statement)-[e:SUPPORTED_BY]->(d:Document {id: $id})
WHERE s.untilRevision IS NULL
RETURN s.id AS statement, e.start AS start, e.end AS end, e.row AS row`;

export const metricSpansCypher = `MATCH (s:MetricObservation)-[e:SUPPORTED_BY]->(d:Document {id: $id})
WHERE s.untilRevision IS NULL
MATCH (n:Entity {id: s.subject})
RETURN s.id AS statement, e.start AS start, e.end AS end, e.row AS row, s.name AS measure, s.value AS value, s.unit AS unit, s.op AS op,
  s.modality AS modality, s.period AS period, n.id AS id, n.kind AS kind, n.name AS name, n.nameEn AS nameEn`;

export const documentsShownCypher = `MATCH (d:Document)
RETURN d AS document ORDER BY d.published DESC, d.id`;

export const documentShownCypher = `MATCH (d:Document {id: $id})
OPTIONAL MATCH (d)-[:HAS_PARAGRAPH]->(p:Paragraph)
RETURN d AS document, collect(p) AS paragraphs`;

type Summary = DocumentsAnswer["documents"][number];

/** Every source, the newest first, with what rests on it and whether its text is at hand. */
export async function documents(asked: Asked, { texts }: { texts: DocumentTexts }): Promise<DocumentsAnswer> {
  return { documents: await summaries(asked, null, await texts.read()), cypher: shown(documentsShownCypher) };
}

/** A source with its paragraphs and where statements and metrics stand in it. Throws NotInStore. */
export async function document(asked: Asked, { id, texts }: { id: string; texts: DocumentTexts }): Promise<DocumentAnswer> {
  const supplied = await texts.read();
  const [[summary], paragraphs, statementSpans, metricSpans] = await Promise.all([
    summaries(asked, id, supplied),
    ask(asked, paragraphsCypher, { documents: [id] }),
    ask(asked, statementSpansCypher, { id }),
    ask(asked, metricSpansCypher, { id }),
  ]);
  if (summary === undefined) throw new NotInStore({ what: "document", id, remedy: "see GET /documents for the ids" });
  const text = summary.sha256 === undefined ? undefined : supplied.bySha256.get(summary.sha256);
  return {
    document: summary,
    paragraphs: paragraphs.map((row) => ({
      ...(present(row) as Pick<DocumentAnswer["paragraphs"][number], "id" | "document" | "kind" | "start" | "end">),
      text: text?.slice(numberOf(row.start), numberOf(row.end)) ?? null,
    })),
    spans: [...statementSpans.map(spanOf), ...metricSpans.map(figureSpanOf)].sort(
      (a, b) => (a.start ?? a.row ?? 0) - (b.start ?? b.row ?? 0),
    ),
    cypher: shown(documentShownCypher, { id }),
  };
}

const spanOf = (row: Row) => ({
  statement: textOf(row.statement),
  start: numberOrNull(row.start),
  end: numberOrNull(row.end),
  row: numberOrNull(row.row),
  figure: null as Figure | null,
});

type Figure = NonNullable<DocumentAnswer["spans"][number]["figure"]>;

const figureSpanOf = (row: Row) => ({
  ...spanOf(row),
  figure: {
    subject: refOf(nodeRow(row)),
    name: textOf(row.measure),
    value: numberOf(row.value),
    unit: textOf(row.unit) as Figure["unit"],
    op: textOrNull(row.op) ?? "=",
    modality: textOf(row.modality) as Figure["modality"],
    period: textOrNull(row.period),
  },
});

async function summaries(asked: Asked, id: string | null, texts: SuppliedTexts): Promise<Summary[]> {
  const [rows, statementRows, metricRows] = await Promise.all([
    ask(asked, documentsCypher, { id }),
    ask(asked, documentStatementsCypher, { id }),
    ask(asked, documentMetricsCypher, { id }),
  ]);
  return rows.map((row) => {
    const statements = { stated: 0, inferred: 0, reference: 0 };
    for (const it of statementRows) {
      if (it.document === row.id) statements[textOf(it.status) as keyof typeof statements] = numberOf(it.count);
    }
    const named = { id: textOf(row.id), title: textOf(row.title), url: textOrNull(row.url), sha256: textOrNull(row.sha256) };
    return {
      ...(present(row) as Pick<Summary, "id" | "title" | "form" | "reliability" | "sha256">),
      statements,
      metrics: numberOf(metricRows.find((it) => it.document === row.id)?.count),
      textAvailable: named.sha256 !== null && texts.bySha256.has(named.sha256),
      hashMismatch: hashMismatch(texts, named),
    };
  });
}
