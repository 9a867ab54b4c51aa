import { type Dataset, emptyDataset } from "#graph/model/dataset.ts";
import type { Paragraph, SourceDocument } from "#graph/model/document.ts";
import type { DatasetId, DocumentId, EntityId, ParagraphId } from "#graph/model/id.ts";
import { date } from "#graph/model/period.ts";
import type { Extraction, Ref } from "../extraction.ts";
import { type Draft, hasPlace, type ProposalRemark, remark } from "./draft.ts";
import { placeEntities } from "./entities.ts";
import type { KnownIndex } from "./known.ts";
import { placeMetrics } from "./metrics.ts";
import { documentIdOf } from "./minting.ts";
import { placeStatements } from "./statements.ts";

/** What is known of the document besides what it says. */
export interface DocumentFacts {
  /** Base name. */
  file: string;
  sha256: string;
  /** Length of the text in UTF-16 code units. */
  characters: number;
  title: string | null;
  published: { value: string; basis: string } | null;
  publisher?: string;
  url?: string;
  reliability?: SourceDocument["reliability"];
}

export interface Proposals {
  /** Valid by `graph/dataset/validate`, given what is known. */
  dataset: Dataset;
  remarks: ProposalRemark[];
  document: DocumentId;
  /** What each ref of the extraction has become. */
  entityOf: ReadonlyMap<Ref, EntityId>;
}

/** The stored document of the same bytes, if offsets into this text are offsets into that one. */
export function standingDocument(
  { sha256, characters }: Pick<DocumentFacts, "sha256" | "characters">,
  known: KnownIndex,
): SourceDocument | null {
  const standing = known.textBySha256.get(sha256);
  return standing === undefined || (standing.characters ?? characters) !== characters ? null : standing;
}

function documentRecord(draft: Draft, facts: DocumentFacts, extraction: Extraction): SourceDocument {
  const given = facts.published ?? extraction.published;
  const dated = given.value !== null && date.safeParse(given.value).success;
  if (given.value !== null && !dated) remark(draft, `发布日期“${given.value}”写法不合要求，未采纳`);
  return {
    id: draft.document,
    title: (facts.title?.trim() || facts.file).slice(0, 300),
    form: "original",
    ...(facts.publisher === undefined ? {} : { publisher: facts.publisher }),
    ...(dated ? { published: given.value as string } : {}),
    ...(dated && given.basis !== null ? { publishedBasis: given.basis.slice(0, 300) } : {}),
    ...(facts.url === undefined ? {} : { url: facts.url }),
    sha256: facts.sha256,
    characters: facts.characters,
    reliability: facts.reliability ?? "medium",
  };
}

function paragraphRecords(draft: Draft, paragraphs: Extraction["paragraphs"]): Paragraph[] {
  const fitting = paragraphs.filter((it) => hasPlace(draft, it, "一个段落"));
  const digits = Math.max(2, String(fitting.length).length);
  return fitting.map(({ start, end, kind, damage }, index) => ({
    id: `${draft.document}-p${String(index + 1).padStart(digits, "0")}` as ParagraphId,
    document: draft.document,
    kind,
    start,
    end,
    ...(damage === undefined ? {} : { damage: damage.slice(0, 200) }),
  }));
}

const byRule = (rule: string): string => `规则：${rule}`.slice(0, 500);

/**
 * What a document proposes, as a dataset: its own record and paragraphs, new entities with minted ids, statements and metrics with their
 * places. A document that is known already is referred to, not declared again. What cannot be said in the model's terms becomes a remark.
 * The same extraction and the same known tables give the same dataset.
 */
export function toDataset({
  extraction,
  document: facts,
  known,
}: {
  extraction: Extraction;
  document: DocumentFacts;
  known: KnownIndex;
}): Proposals {
  const minted = documentIdOf(facts);
  const standing = standingDocument(facts, known);
  const owner = `from-${minted}` as DatasetId;
  const draft: Draft = {
    dataset: emptyDataset(),
    document: standing?.id ?? minted,
    characters: facts.characters,
    paragraphs: standing === null ? [] : (known.paragraphs.get(standing.id) ?? []),
    standing: standing === null ? new Map() : known.placesIn(standing.id),
    entityOf: new Map(),
    remarks: [...extraction.remarks],
  };
  const { dataset } = draft;
  if (standing === null) {
    dataset.documents.push(documentRecord(draft, facts, extraction));
    draft.paragraphs = paragraphRecords(draft, extraction.paragraphs);
    dataset.paragraphs.push(...draft.paragraphs);
  } else if (standing.dataset === owner) {
    const { dataset: _, ...record } = standing;
    dataset.documents.push(record);
    dataset.paragraphs.push(...draft.paragraphs);
  }
  const title = dataset.documents[0]?.title ?? standing?.title ?? facts.file;
  dataset.datasets.push({ id: owner, title: title.slice(0, 200) });
  placeEntities({ draft, known, sha256: facts.sha256, owner }, extraction.entities);
  placeStatements(draft, extraction.statements, byRule);
  placeMetrics(draft, extraction.metrics, byRule);
  return {
    dataset,
    remarks: draft.remarks,
    document: draft.document,
    entityOf: new Map([...draft.entityOf].map(([ref, { id }]) => [ref, id])),
  };
}
