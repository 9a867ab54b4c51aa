import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { DocumentForm } from "#graph/vocabulary/marks.ts";
import { type Ask, askInPortions, askStore } from "./ask.ts";

const entities = "MATCH (n:Entity) RETURN n.id AS id, n.kind AS kind";
const documents = "MATCH (d:Document) RETURN d.id AS id, d.form AS form, d.characters AS characters";

interface Known {
  entities: Map<string, EntityKind>;
  documents: Map<string, { form: DocumentForm; characters?: number }>;
}

/** What a dataset may refer to without declaring it: ids of the store's entities and documents. */
export async function readKnown(store: GraphStore): Promise<Known> {
  const ask = askStore(store);
  return { entities: kindsIn(await ask({ text: entities })), documents: formsIn(await ask({ text: documents })) };
}

const someEntities = "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id, n.kind AS kind";
const someDocuments = "UNWIND $ids AS wanted MATCH (d:Document {id: wanted}) RETURN d.id AS id, d.form AS form, d.characters AS characters";

/** The same of these ids alone. */
export async function readSomeKnown(ask: Ask, ids: { entities: readonly string[]; documents: readonly string[] }): Promise<Known> {
  return {
    entities: kindsIn(await askInPortions(ask, { text: someEntities, ids: ids.entities })),
    documents: formsIn(await askInPortions(ask, { text: someDocuments, ids: ids.documents })),
  };
}

const kindsIn = (rows: readonly Value[][]): Known["entities"] => new Map(rows.map(([id, kind]) => [id as string, kind as EntityKind]));
const formsIn = (rows: readonly Value[][]): Known["documents"] =>
  new Map(
    rows.map(([id, form, characters]) => [
      id as string,
      { form: form as DocumentForm, ...(characters === null ? {} : { characters: Number(characters) }) },
    ]),
  );
