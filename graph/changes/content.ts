import { hash } from "node:crypto";
import type { RecordTable } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { Paragraph, SourceDocument } from "#graph/model/document.ts";
import type { Alias, Constraint, Entity } from "#graph/model/entity.ts";
import type { Metric } from "#graph/model/metric.ts";
import type { Evidence, Statement } from "#graph/model/statement.ts";

export type EvidencePart = Omit<Evidence, "statement">;
export type AliasPart = Omit<Alias, "entity">;
export type ParagraphPart = Omit<Paragraph, "document">;

/** A record with what belongs to it; absent and empty left out, names in order, so that its JSON text is canonical (RFC 8785). */
export type DocumentContent = SourceDocument & { paragraphs?: ParagraphPart[] };
export type EntityContent = Entity & { aliases?: AliasPart[] };
export type ConstraintContent = Constraint;
export type StatementContent = Omit<Statement, "rank" | "properties"> &
  Partial<Pick<Statement, "rank" | "properties">> & { evidence: EvidencePart[] };
export type MetricContent = Omit<Metric, "rank"> & Partial<Pick<Metric, "rank">> & { evidence: EvidencePart[] };
export interface ContentOf {
  documents: DocumentContent;
  entities: EntityContent;
  constraints: ConstraintContent;
  statements: StatementContent;
  metrics: MetricContent;
}
export type Content = ContentOf[RecordTable];

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) ? value.length === 0 : typeof value === "object" && Object.keys(value).length === 0);

/** Canonical JSON text of any value: names sorted by UTF-16 code units, no blanks, absent and empty left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(record).sort()) if (!isEmpty(record[name])) kept[name] = ordered(record[name]);
  return kept;
}

const picker =
  (names: readonly string[]) =>
  (record: object, over?: { name: string; value: unknown }): Record<string, unknown> => {
    const kept: Record<string, unknown> = {};
    for (const name of names) {
      const value = over?.name === name ? over.value : (record as Record<string, unknown>)[name];
      if (!isEmpty(value) && !(name === "rank" && value === "normal")) kept[name] = value;
    }
    return kept;
  };
const sorted = (names: string): string[] => names.split(" ").sort();

const pickDocument = picker(
  sorted("id title titleEn form publisher published publishedBasis url sha256 characters reliability dataset paragraphs"),
);
const pickParagraph = picker(sorted("id kind start end damage"));
const pickEntity = picker(sorted("id kind name nameEn shortName subkind collective uncertain nameSource mergedFrom dataset aliases"));
const pickAlias = picker(sorted("surface scope scopeOf guard source spans confidence"));
const pickConstraint = picker(sorted("kind left right reason dataset"));
const pickStatement = picker(
  sorted("id subject predicate object value status confidence basis rank validFrom validTo properties evidence"),
);
const pickMetric = picker(
  sorted("id subject name value unit op raw period modality basis region denominator plan product status confidence rank validTo evidence"),
);
const pickEvidence = picker(sorted("document paragraph start end row note"));

const by =
  <T>(...fields: ((it: T) => string | number | undefined)[]) =>
  (a: T, b: T): number => {
    for (const field of fields) {
      const [left, right] = [field(a), field(b)];
      if (left === right) continue;
      if (left === undefined) return -1;
      if (right === undefined) return 1;
      return left < right ? -1 : 1;
    }
    return 0;
  };
const byPlace = by<EvidencePart>(
  (it) => it.document,
  (it) => it.start,
  (it) => it.row,
  (it) => it.end,
  (it) => it.paragraph,
  (it) => it.note,
);
const bySurface = by<AliasPart>(
  (it) => it.surface,
  (it) => it.scope,
  (it) => it.scopeOf,
);
const byStart = by<ParagraphPart>(
  (it) => it.start,
  (it) => it.id,
);

const evidenceInOrder = (evidence: readonly EvidencePart[]): EvidencePart[] => {
  const picked = evidence.map((it) => pickEvidence(it)) as unknown as EvidencePart[];
  return picked.length < 2 ? picked : picked.sort(byPlace);
};

export const documentContent = (it: SourceDocument, paragraphs: readonly ParagraphPart[]): DocumentContent =>
  pickDocument({
    ...it,
    paragraphs: (paragraphs.map((it) => pickParagraph(it)) as unknown as ParagraphPart[]).sort(byStart),
  }) as DocumentContent;

export const entityContent = (it: Entity, aliases: readonly AliasPart[]): EntityContent =>
  pickEntity({ ...it, aliases: (aliases.map((it) => pickAlias(it)) as unknown as AliasPart[]).sort(bySurface) }) as EntityContent;

/** The pair in order: it has none of its own. */
export const constraintContent = (it: Constraint): ConstraintContent => {
  const [left, right] = [it.left, it.right].sort() as [Constraint["left"], Constraint["right"]];
  return pickConstraint({ ...it, left, right }) as ConstraintContent;
};
export const constraintId = (it: Constraint): string => [it.kind, ...[it.left, it.right].sort()].join("|");

export const statementContent = (it: StatementContent | Statement, evidence: readonly EvidencePart[]): StatementContent =>
  pickStatement(it, { name: "evidence", value: evidenceInOrder(evidence) }) as unknown as StatementContent;

export const metricContent = (it: MetricContent | Metric, evidence: readonly EvidencePart[]): MetricContent =>
  pickMetric(it, { name: "evidence", value: evidenceInOrder(evidence) }) as unknown as MetricContent;

export const hashVersion = "h1:";

/** A content is hashed when it is compared, summed and written: once is enough. */
const hashed = new WeakMap<Content, string>();

/** SHA-256 of the canonical content; who lists a record is no part of it. */
export function contentHash(content: Content): string {
  const known = hashed.get(content);
  if (known !== undefined) return known;
  const counted = "dataset" in content && content.dataset !== undefined ? { ...content, dataset: undefined } : content;
  const made = hashVersion + hash("sha256", JSON.stringify(counted), "base64url");
  hashed.set(content, made);
  return made;
}

/** A record's share of the checksum: the first 64 bits of its hash. */
export const checksumPart = (recordHash: string): bigint => Buffer.from(recordHash.slice(3, 15), "base64url").readBigUInt64BE();

/** What stands under its owner, gathered: evidence by claim, aliases by entity, paragraphs by document. */
export function belongings(dataset: Dataset): {
  evidence: Map<string, EvidencePart[]>;
  aliases: Map<string, AliasPart[]>;
  paragraphs: Map<string, ParagraphPart[]>;
} {
  const gather = <T>(rows: readonly T[], ownerOf: (it: T) => string): Map<string, T[]> => {
    const groups = new Map<string, T[]>();
    for (const row of rows) {
      const owner = ownerOf(row);
      const group = groups.get(owner);
      if (group === undefined) groups.set(owner, [row]);
      else group.push(row);
    }
    return groups;
  };
  return {
    evidence: gather(dataset.evidence, (it) => it.statement),
    aliases: gather(dataset.aliases, (it) => it.entity),
    paragraphs: gather(dataset.paragraphs, (it) => it.document),
  };
}
