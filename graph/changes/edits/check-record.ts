import type { RawDataset } from "#graph/dataset/locator.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { Change, RecordTable } from "#graph/model/change-set.ts";
import { emptyDataset } from "#graph/model/dataset.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";
import type { Ask } from "../ask.ts";
import {
  belongings,
  type Content,
  type ContentOf,
  constraintContent,
  constraintId,
  documentContent,
  entityContent,
  metricContent,
  statementContent,
} from "../content.ts";
import { readSomeKnown } from "../known.ts";
import { ReviewRefused } from "../review/faults.ts";

/** Entities and documents that come with the record. */
export interface Beside {
  entities: readonly Pick<ContentOf["entities"], "id" | "kind">[];
  documents: readonly Pick<ContentOf["documents"], "id" | "form" | "characters">[];
}

const references = ["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"] as const;

/** A record as the rows of a dataset: itself, and what belongs to it. Who lists it is no part of what is judged. */
function rowsOf(table: RecordTable, content: RecordContent): RawDataset {
  const raw = emptyDataset() as unknown as RawDataset;
  const { evidence, aliases, paragraphs, dataset: _, ...own } = content;
  const parts = (value: unknown, owner: Record<string, unknown>) =>
    Array.isArray(value) ? value.map((it) => ({ ...(it as object), ...owner })) : [];
  raw[table].push(own);
  raw.evidence.push(...parts(evidence, { statement: own.id }));
  raw.aliases.push(...parts(aliases, { entity: own.id }));
  raw.paragraphs.push(...parts(paragraphs, { document: own.id }));
  return raw;
}

/**
 * A record that a person wrote, judged as a row of a dataset is, with what the store holds and what comes beside it; as canonical content.
 * Gives what is wrong, `field: message`, in place of it.
 */
export async function checkRecord<T extends RecordTable>(
  ask: Ask,
  { table, content, beside }: { table: T; content: RecordContent; beside: Beside },
): Promise<{ content: ContentOf[T]; id: string } | { problems: string[] }> {
  const raw = rowsOf(table, content);
  const documents = [...raw.evidence, ...raw.aliases].flatMap((it) => [it.document, it.source, it.scopeOf]);
  const entities = [...references.map((field) => content[field]), ...raw.aliases.map((it) => it.scopeOf)];
  const texts = (values: readonly unknown[]): string[] => [...new Set(values.filter((it): it is string => typeof it === "string"))];
  const known = await readSomeKnown(ask, { entities: texts(entities), documents: texts(documents) });
  for (const { id, kind } of beside.entities) known.entities.set(id, kind as EntityKind);
  for (const { id, form, characters } of beside.documents)
    known.documents.set(id, { form: form as DocumentForm, ...(characters === undefined ? {} : { characters }) });
  const fields: string[] = [];
  const { dataset, problems } = await validateDataset(raw, {
    known: async () => known,
    locate: (owner, index, field) => {
      fields.push(`${owner}${owner === table ? "" : `[${index}]`}${field === undefined ? "" : `.${field}`}`);
      return { file: table, row: fields.length, column: 1 };
    },
  });
  if (problems.length > 0) return { problems: problems.map((it) => `${fields[it.row - 1]}: ${it.message}`) };
  const { evidence, aliases, paragraphs } = belongings(dataset);
  const [row] = dataset[table] as unknown as [never];
  const id = String((row as { id?: unknown }).id ?? "");
  const made: { [T in RecordTable]: () => Content } = {
    documents: () => documentContent(row, paragraphs.get(id) ?? []),
    entities: () => entityContent(row, aliases.get(id) ?? []),
    constraints: () => constraintContent(row),
    statements: () => statementContent(row, evidence.get(id) ?? []),
    metrics: () => metricContent(row, evidence.get(id) ?? []),
  };
  return { content: made[table]() as ContentOf[T], id: table === "constraints" ? constraintId(row) : id };
}

/** Changes as people corrected them, each a valid record with the id that it had. Throws ReviewRefused with all that is wrong. */
export async function checkCorrections(
  ask: Ask,
  { corrections, changes }: { corrections: ReadonlyMap<string, RecordContent>; changes: readonly Change[] },
): Promise<Map<string, RecordContent>> {
  const corrected = new Map<string, RecordContent>();
  if (corrections.size === 0) return corrected;
  const problems: string[] = [];
  const coming = (table: RecordTable): unknown[] =>
    changes.flatMap((it) => (it.record.table === table && it.after !== null ? [it.after] : []));
  const beside = { entities: coming("entities"), documents: coming("documents") } as Beside;
  for (const { id, record, after } of changes) {
    const content = corrections.get(id);
    if (content === undefined) continue;
    if (after === null) {
      problems.push(`${id}: what is removed cannot be corrected`);
      continue;
    }
    const checked = await checkRecord(ask, { table: record.table, content, beside });
    if ("problems" in checked) problems.push(...checked.problems.map((it) => `${id}: ${it}`));
    else if (checked.id !== record.id) problems.push(`${id}: a correction keeps the id "${record.id}"; it has "${checked.id}"`);
    else {
      const { dataset } = after;
      corrected.set(id, { ...checked.content, ...(dataset === undefined ? {} : { dataset }) } as RecordContent);
    }
  }
  if (problems.length > 0) throw new ReviewRefused("Correction", problems);
  return corrected;
}
