import type { Dataset } from "#graph/model/dataset.ts";
import { fault } from "#graph/model/dataset-fault.ts";
import { hasPrefixOf } from "#graph/model/id.ts";
import { isEntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { type Check, noDocument, noEntity } from "./check.ts";

type Row<T extends keyof Dataset> = Dataset[T][number];

function checkDataset(check: Check, id: string | undefined): void {
  if (id !== undefined && check.datasets.get(String(id)) < 0) check.report("dataset", fault("no_dataset", { id }));
}

export function checkDatasetHead(check: Check, { id }: Row<"datasets">): void {
  const first = check.firstOf(check.datasets, id);
  if (first !== null) check.report("id", fault("dataset_twice", { id, first }));
}

export function checkDocument(check: Check, document: Row<"documents">): void {
  const first = check.firstOf(check.declared.documents, document.id);
  if (first !== null) check.report("id", fault("document_twice", { id: document.id, first }));
  checkDataset(check, document.dataset);
  check.declareDocument(document);
}

export function checkParagraph(check: Check, { id, document, start, end }: Row<"paragraphs">): void {
  const first = check.firstOf(check.declared.paragraphs, id);
  if (first !== null) check.report("id", fault("paragraph_twice", { id, first }));
  const number = check.declared.documents.get(String(document));
  const characters = number < 0 ? undefined : check.documentOf(document)?.characters;
  if (number < 0) check.report("document", fault("no_own_document", { id: document }));
  else if (characters !== undefined && end > characters) check.report("end", fault("past_document", { end, document, characters }));
  check.declareParagraph({ document: number, start, end });
}

export function checkEntity(check: Check, { id, kind, dataset }: Row<"entities">): void {
  if (isEntityKind(kind) && typeof id === "string" && !hasPrefixOf(kind, id))
    check.report("id", fault("wrong_prefix", { id, kind, prefix: kinds[kind].prefix }));
  const first = check.firstOf(check.declared.entities, id);
  if (first !== null) check.report("id", fault("entity_twice", { id, first }));
  checkDataset(check, dataset);
  check.declareEntity(kind);
}

export function checkAlias(check: Check, { entity, surface, scope, scopeOf, source }: Row<"aliases">): void {
  if (check.kindOf(entity) === undefined) check.report("entity", noEntity(entity));
  if (source !== undefined && check.documentOf(source) === undefined) check.report("source", noDocument(source));
  if (scope === "global") {
    if (scopeOf !== undefined) check.report("scopeOf", fault("global_scoped", {}));
  } else if (scopeOf === undefined) check.report("scopeOf", fault("unscoped", { scope }));
  else if (scope === "document" && check.documentOf(scopeOf) === undefined) check.report("scopeOf", noDocument(scopeOf));
  else if (scope === "region" && check.kindOf(scopeOf) !== "Region") check.report("scopeOf", fault("no_region", { id: scopeOf }));
  const first = check.firstOf(check.keys.aliases, `${entity}|${surface}|${scope}|${scopeOf ?? ""}`);
  if (first !== null) check.report("surface", fault("alias_twice", { surface, entity, first }));
}

export function checkConstraint(check: Check, { kind, left, right, dataset }: Row<"constraints">): void {
  if (check.kindOf(left) === undefined) check.report("left", noEntity(left));
  if (check.kindOf(right) === undefined) check.report("right", noEntity(right));
  if (left === right) check.report("right", fault("different_from_itself", { id: right }));
  checkDataset(check, dataset);
  const first = check.firstOf(check.keys.constraints, left < right ? `${kind}|${left}|${right}` : `${kind}|${right}|${left}`);
  if (first !== null) check.report("left", fault("constraint_twice", { kind, left, right, first }));
}
