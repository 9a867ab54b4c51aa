import type { Dataset } from "#graph/model/dataset.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";

/** What a store already holds and a dataset may refer to. */
export interface Known {
  entities: ReadonlyMap<string, EntityKind>;
  documents: ReadonlyMap<string, { form: DocumentForm; characters?: number | undefined }>;
}

export const nothingKnown: Known = { entities: new Map(), documents: new Map() };

/** Whether a dataset refers to anything that it does not declare itself. */
export function refersOutside(dataset: Dataset): boolean {
  const entities = new Set<string>(dataset.entities.map((it) => it.id));
  const documents = new Set<string>(dataset.documents.map((it) => it.id));
  const outside = (id: string | undefined): boolean => id !== undefined && !entities.has(id);
  return (
    dataset.evidence.some((it) => !documents.has(it.document)) ||
    dataset.statements.some((it) => outside(it.subject) || outside(it.object) || outside(it.value)) ||
    dataset.metrics.some((it) => [it.subject, it.region, it.denominator, it.plan, it.product].some(outside)) ||
    dataset.aliases.some((it) => outside(it.entity) || (it.scopeOf !== undefined && !documents.has(it.scopeOf) && outside(it.scopeOf))) ||
    dataset.constraints.some((it) => outside(it.left) || outside(it.right))
  );
}
