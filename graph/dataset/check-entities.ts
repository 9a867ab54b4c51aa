import { hasPrefixOf } from "#graph/model/id.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import { type Check, reportTwins } from "./check.ts";

const noEntity = (id: string): string => `"${id}" is no entity of the dataset or of the store`;

/** Documents and their paragraphs: ids once, spans inside the text, datasets named. */
export function checkDocuments(check: Check): void {
  const { dataset, report } = check;
  const id = (it: { id: string }): string => it.id;
  reportTwins(check, { table: "datasets", field: "id", keyOf: id, say: (it) => `dataset "${it.id}" stands twice, first at` });
  reportTwins(check, { table: "documents", field: "id", keyOf: id, say: (it) => `document "${it.id}" stands twice, first at` });
  reportTwins(check, { table: "paragraphs", field: "id", keyOf: id, say: (it) => `paragraph "${it.id}" stands twice, first at` });
  const own = new Map(dataset.documents.map((it) => [it.id as string, it]));
  for (const [index, paragraph] of dataset.paragraphs.entries()) {
    const document = own.get(paragraph.document);
    if (document === undefined) report("paragraphs", index, "document", `"${paragraph.document}" is no document of the dataset`);
    else if (document.characters !== undefined && paragraph.end > document.characters)
      report("paragraphs", index, "end", `${paragraph.end} is past the end of "${document.id}" (${document.characters} characters)`);
  }
  const datasets = new Set<string>(dataset.datasets.map((it) => it.id));
  for (const table of ["documents", "entities", "constraints"] as const)
    for (const [index, it] of dataset[table].entries())
      if (it.dataset !== undefined && !datasets.has(it.dataset))
        report(table, index, "dataset", `"${it.dataset}" is no dataset of the datasets table`);
}

/** Entities, their aliases and what must not be merged. */
export function checkEntities(check: Check): void {
  const { dataset, kindOf, documentOf, report } = check;
  reportTwins<{ id: string }>(check, {
    table: "entities",
    field: "id",
    keyOf: (it) => it.id,
    say: (it) => `entity "${it.id}" stands twice, first at`,
  });
  for (const [index, entity] of dataset.entities.entries()) {
    const kind = kinds[entity.kind] as (typeof kinds)[keyof typeof kinds] | undefined;
    if (kind !== undefined && typeof entity.id === "string" && !hasPrefixOf(entity.kind, entity.id))
      report("entities", index, "id", `id "${entity.id}" of a ${entity.kind} must start with "${kind.prefix}-"`);
  }
  for (const [index, alias] of dataset.aliases.entries()) {
    if (kindOf(alias.entity) === undefined) report("aliases", index, "entity", noEntity(alias.entity));
    if (alias.source !== undefined && documentOf(alias.source) === undefined)
      report("aliases", index, "source", `"${alias.source}" is no document of the dataset or of the store`);
    if (alias.scope === "global") {
      if (alias.scopeOf !== undefined)
        report("aliases", index, "scopeOf", "a global alias has no scopeOf; scope it to a document or a region");
    } else if (alias.scopeOf === undefined)
      report("aliases", index, "scopeOf", `scopeOf is missing: the ${alias.scope} in which the alias holds`);
    else if (alias.scope === "document" && documentOf(alias.scopeOf) === undefined)
      report("aliases", index, "scopeOf", `"${alias.scopeOf}" is no document of the dataset or of the store`);
    else if (alias.scope === "region" && kindOf(alias.scopeOf) !== "Region")
      report("aliases", index, "scopeOf", `"${alias.scopeOf}" is no Region of the dataset or of the store`);
  }
  reportTwins<(typeof dataset.aliases)[number]>(check, {
    table: "aliases",
    field: "surface",
    keyOf: (it) => [it.entity, it.surface, it.scope, it.scopeOf ?? ""].join("|"),
    say: (it) => `alias "${it.surface}" of "${it.entity}" stands twice, first at`,
  });
  for (const [index, { left, right }] of dataset.constraints.entries()) {
    for (const [field, id] of Object.entries({ left, right }))
      if (kindOf(id) === undefined) report("constraints", index, field, noEntity(id));
    if (left === right) report("constraints", index, "right", `"${right}" cannot be different from itself`);
  }
  reportTwins<(typeof dataset.constraints)[number]>(check, {
    table: "constraints",
    field: "left",
    keyOf: (it) => [it.kind, ...[it.left, it.right].sort()].join("|"),
    say: (it) => `${it.kind} of "${it.left}" and "${it.right}" stands twice, first at`,
  });
}
