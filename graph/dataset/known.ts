import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";

/** What a store already holds and a dataset may refer to. */
export interface Known {
  entities: ReadonlyMap<string, EntityKind>;
  documents: ReadonlyMap<string, { form: DocumentForm; characters?: number | undefined }>;
}

export const nothingKnown: Known = { entities: new Map(), documents: new Map() };
