import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";
import { askStore } from "./ask.ts";

const entities = "MATCH (n:Entity) RETURN n.id AS id, n.kind AS kind";
const documents = "MATCH (d:Document) RETURN d.id AS id, d.form AS form, d.characters AS characters";

/** What a dataset may refer to without declaring it: ids of the store's entities and documents. */
export async function readKnown(store: GraphStore): Promise<{
  entities: Map<string, EntityKind>;
  documents: Map<string, { form: DocumentForm; characters?: number }>;
}> {
  const ask = askStore(store);
  return {
    entities: new Map((await ask({ text: entities })).map(([id, kind]) => [id as string, kind as EntityKind])),
    documents: new Map(
      (await ask({ text: documents })).map(([id, form, characters]) => [
        id as string,
        { form: form as DocumentForm, ...(characters === null ? {} : { characters: Number(characters) }) },
      ]),
    ),
  };
}
