import type { RecordTable } from "#graph/model/change-set.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { Paragraph, SourceDocument } from "#graph/model/document.ts";
import type { Alias, Constraint, Entity } from "#graph/model/entity.ts";
import type { Metric } from "#graph/model/metric.ts";
import type { Evidence, Statement } from "#graph/model/statement.ts";
import { sumOfHashes } from "./marks/hash-sums.ts";

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
      if (value !== undefined && !isEmpty(value) && !(name === "rank" && value === "normal")) kept[name] = value;
    }
    return kept;
  };
const sorted = (names: string): string[] => names.split(" ").sort();

const names = {
  documents: sorted("id title titleEn form publisher published publishedBasis url sha256 characters reliability dataset paragraphs"),
  paragraphs: sorted("id kind start end damage"),
  entities: sorted("id kind name nameEn shortName subkind collective uncertain nameSource mergedFrom dataset aliases"),
  aliases: sorted("surface scope scopeOf guard source spans confidence"),
  constraints: sorted("kind left right reason dataset"),
  statements: sorted("id subject predicate object value status confidence basis rank validFrom validTo properties evidence"),
  metrics: sorted(
    "id subject name value unit op raw period modality basis region denominator plan product status confidence rank validTo evidence",
  ),
  evidence: sorted("document paragraph start end row note"),
};
const pickDocument = picker(names.documents);
const pickParagraph = picker(names.paragraphs);
const pickEntity = picker(names.entities);
const pickAlias = picker(names.aliases);
const pickConstraint = picker(names.constraints);
const pickStatement = picker(names.statements);
const pickMetric = picker(names.metrics);
const pickEvidence = picker(names.evidence);

/** What is hashed apart from the record itself, or not at all. */
const apart = { paragraphs: undefined, aliases: undefined, evidence: undefined, dataset: undefined };
const textOf = (table: keyof typeof names): ((record: object) => string) => {
  const pick = picker(names[table].filter((name) => !(name in apart)));
  return (record) => JSON.stringify(pick(record));
};

/** What of a record is hashed by itself: its canonical content without what belongs to it, and without who lists it. */
export const ownTexts: { readonly [T in Exclude<RecordTable, "constraints">]: (record: Dataset[T][number]) => string } = {
  documents: textOf("documents"),
  entities: textOf("entities"),
  statements: textOf("statements"),
  metrics: textOf("metrics"),
};
/** And what is hashed of each thing that belongs to it. */
export const partTexts: { readonly [T in "paragraphs" | "aliases" | "evidence"]: (part: Dataset[T][number]) => string } = {
  paragraphs: textOf("paragraphs"),
  aliases: textOf("aliases"),
  evidence: textOf("evidence"),
};

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

export const hashVersion = "h2:";

/** A content is hashed when it is compared, summed and written: once is enough. */
const hashed = new WeakMap<Content, string>();

/**
 * SHA-256 of the canonical content, and of each thing that belongs to it, added up modulo 2^256: the order of these plays no role, so that
 * a hash grows as the rows of a dataset come (docs/decisions/0011). Who lists a record is no part of it.
 */
export function contentHash(content: Content): string {
  const known = hashed.get(content);
  if (known !== undefined) return known;
  const { paragraphs, aliases, evidence } = content as DocumentContent & EntityContent & StatementContent;
  const parts: readonly object[] = paragraphs ?? aliases ?? evidence ?? [];
  const made = hashVersion + sumOfHashes([JSON.stringify({ ...content, ...apart }), ...parts.map((it) => JSON.stringify(it))]);
  hashed.set(content, made);
  return made;
}

/** A content whose hash is known already, where it is. */
export function withHash<C extends Content>(content: C, hash: string | undefined): C {
  if (hash !== undefined) hashed.set(content, hash);
  return content;
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
