import type { EvidenceAnswer } from "#graph/model/api-answers.ts";
import type { SuppliedTexts } from "./document-texts.ts";
import { type Asked, ask, numberOf, numberOrNull, present, type Row, textOf, textOrNull } from "./rows.ts";

const columns = `e.paragraph AS paragraph, e.start AS start, e.end AS end, e.row AS row, e.note AS note,
  d.id AS document, d.title AS title, d.form AS form, d.published AS published, d.reliability AS reliability, d.url AS url,
  d.sha256 AS sha256`;

export const statementEvidenceCypher = `MATCH (s:Statement)-[e:SUPPORTED_BY]->(d:Document) WHERE s.id IN $ids
RETURN s.id AS statement, ${columns} ORDER BY statement, document, start`;

export const metricEvidenceCypher = `MATCH (s:MetricObservation)-[e:SUPPORTED_BY]->(d:Document) WHERE s.id IN $ids
RETURN s.id AS statement, ${columns} ORDER BY statement, document, start`;

export const paragraphsCypher = `MATCH (d:Document)-[:HAS_PARAGRAPH]->(p:Paragraph) WHERE d.id IN $documents
RETURN p.id AS id, p.document AS document, p.kind AS kind, p.start AS start, p.end AS end, p.damage AS damage
ORDER BY document, start, id`;

interface EvidenceOptions {
  of: "statements" | "metrics";
  ids: readonly string[];
  texts: SuppliedTexts;
}

/** The evidence of statements or of metrics, by their id, with the paragraph's words where the text is at hand. */
export async function evidenceOf(asked: Asked, { of, ids, texts }: EvidenceOptions): Promise<Map<string, EvidenceAnswer[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ask(asked, of === "statements" ? statementEvidenceCypher : metricEvidenceCypher, { ids });
  const paragraphs = await paragraphsOf(asked, rows, texts);
  const evidence = new Map<string, EvidenceAnswer[]>();
  for (const row of rows) {
    const owner = textOf(row.statement);
    const list = evidence.get(owner) ?? [];
    list.push(decode(row, texts, paragraphs));
    evidence.set(owner, list);
  }
  return evidence;
}

async function paragraphsOf(asked: Asked, rows: readonly Row[], texts: SuppliedTexts): Promise<Row[]> {
  const documents = new Set(rows.filter((row) => texts.bySha256.has(textOf(row.sha256))).map((row) => textOf(row.document)));
  return documents.size === 0 ? [] : await ask(asked, paragraphsCypher, { documents: [...documents] });
}

function decode(row: Row, texts: SuppliedTexts, paragraphs: readonly Row[]): EvidenceAnswer {
  const text = texts.bySha256.get(textOf(row.sha256));
  const { title, form, published, reliability, url, sha256, ...rest } = row;
  return {
    ...(present(rest) as Pick<EvidenceAnswer, "statement" | "document">),
    title: textOf(title),
    form: textOf(form) as EvidenceAnswer["form"],
    published: textOrNull(published),
    reliability: textOf(reliability) as EvidenceAnswer["reliability"],
    url: textOrNull(url),
    textAvailable: text !== undefined,
    text: text === undefined ? null : spanInParagraph(row, text, paragraphs),
  };
}

/** Offsets count from the document's start; the paragraph is the one named, else the one that holds the span. */
function spanInParagraph(row: Row, text: string, paragraphs: readonly Row[]): EvidenceAnswer["text"] {
  const start = numberOrNull(row.start);
  const end = numberOrNull(row.end);
  if (start === null || end === null || end > text.length) return null;
  const holds = (it: Row) => it.document === row.document && numberOf(it.start) <= start && numberOf(it.end) >= end;
  const paragraph = paragraphs.find((it) => it.id === row.paragraph && holds(it)) ?? paragraphs.find(holds);
  const from = paragraph === undefined ? lineStart(text, start) : numberOf(paragraph.start);
  const to = paragraph === undefined ? lineEnd(text, end) : numberOf(paragraph.end);
  return { paragraph: text.slice(from, to), start: start - from, end: end - from };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
};
