import type { Dataset } from "#graph/model/dataset.ts";
import { hasPrefixOf } from "#graph/model/id.ts";
import { isEntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { type Check, noDocument, noEntity } from "./check.ts";

type Row<T extends keyof Dataset> = Dataset[T][number];

function checkDataset(check: Check, id: string | undefined): void {
  if (id !== undefined && check.datasets.get(String(id)) < 0) check.report("dataset", `"${id}" is no dataset of the datasets table`);
}

export function checkDatasetHead(check: Check, { id }: Row<"datasets">): void {
  const first = check.firstOf(check.datasets, id);
  if (first !== null) check.report("id", `dataset "${id}" stands twice, first at: ${first}`);
}

export function checkDocument(check: Check, document: Row<"documents">): void {
  const first = check.firstOf(check.declared.documents, document.id);
  if (first !== null) check.report("id", `document "${document.id}" stands twice, first at: ${first}`);
  checkDataset(check, document.dataset);
  check.declareDocument(document);
}

export function checkParagraph(check: Check, { id, document, start, end }: Row<"paragraphs">): void {
  const first = check.firstOf(check.declared.paragraphs, id);
  if (first !== null) check.report("id", `paragraph "${id}" stands twice, first at: ${first}`);
  const number = check.declared.documents.get(String(document));
  const characters = number < 0 ? undefined : check.documentOf(document)?.characters;
  if (number < 0) check.report("document", `"${document}" is no document of the dataset`);
  else if (characters !== undefined && end > characters)
    check.report("end", `${end} is past the end of "${document}" (${characters} characters)`);
  check.declareParagraph({ document: number, start, end });
}

export function checkEntity(check: Check, { id, kind, dataset }: Row<"entities">): void {
  if (isEntityKind(kind) && typeof id === "string" && !hasPrefixOf(kind, id))
    check.report("id", `id "${id}" of a ${kind} must start with "${kinds[kind].prefix}-"`);
  const first = check.firstOf(check.declared.entities, id);
  if (first !== null) check.report("id", `entity "${id}" stands twice, first at: ${first}`);
  checkDataset(check, dataset);
  check.declareEntity(kind);
}

export function checkAlias(check: Check, { entity, surface, scope, scopeOf, source }: Row<"aliases">): void {
  if (check.kindOf(entity) === undefined) check.report("entity", noEntity(entity));
  if (source !== undefined && check.documentOf(source) === undefined) check.report("source", noDocument(source));
  if (scope === "global") {
    if (scopeOf !== undefined) check.report("scopeOf", "a global alias has no scopeOf; scope it to a document or a region");
  } else if (scopeOf === undefined) check.report("scopeOf", `scopeOf is missing: the ${scope} in which the alias holds`);
  else if (scope === "document" && check.documentOf(scopeOf) === undefined) check.report("scopeOf", noDocument(scopeOf));
  else if (scope === "region" && check.kindOf(scopeOf) !== "Region")
    check.report("scopeOf", `"${scopeOf}" is no Region of the dataset or of the store`);
  const first = check.firstOf(check.keys.aliases, `${entity}|${surface}|${scope}|${scopeOf ?? ""}`);
  if (first !== null) check.report("surface", `alias "${surface}" of "${entity}" stands twice, first at: ${first}`);
}

export function checkConstraint(check: Check, { kind, left, right, dataset }: Row<"constraints">): void {
  if (check.kindOf(left) === undefined) check.report("left", noEntity(left));
  if (check.kindOf(right) === undefined) check.report("right", noEntity(right));
  if (left === right) check.report("right", `"${right}" cannot be different from itself`);
  checkDataset(check, dataset);
  const first = check.firstOf(check.keys.constraints, left < right ? `${kind}|${left}|${right}` : `${kind}|${right}|${left}`);
  if (first !== null) check.report("left", `${kind} of "${left}" and "${right}" stands twice, first at: ${first}`);
}
