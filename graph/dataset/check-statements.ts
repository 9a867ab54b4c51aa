import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { attributeOf, isAttribute, type Statement, statementKey, valueProblem } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { isRelationType, type RelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { type Check, noEntity } from "./check.ts";
import { endsFault } from "./ends-fault.ts";
import { predicateOf, valueAsWritten } from "./written/statement.ts";

type Kind = EntityKind | "unjudged" | undefined;

/** The value as the definition takes it, also where a person wrote it in words (民营, 2024年3月); reports what cannot be taken. */
function readValue<V extends string | number>(
  check: Check,
  { at, called, definition }: { at: string; called: string; definition: PropertyDefinition },
  value: V,
): V {
  if (valueProblem(definition, value) === null) return value;
  const read = valueAsWritten(definition, String(value));
  if (read !== null && valueProblem(definition, read) === null) return read as V;
  check.report(at, unfit(called, definition, value));
  return value;
}

/** What its definition takes instead of a value. */
function unfit(field: string, { type, choices }: PropertyDefinition, value: string | number): DatasetFault {
  const what = { field, given: `"${value}"` };
  switch (type) {
    case "integer":
      return fault("not_whole", what);
    case "number":
      return fault("not_number", what);
    case "percent":
      return fault("not_share", what);
    case "year":
      return fault("not_year", what);
    case "date":
      return fault("not_iso_date", what);
    case "period":
      return fault("not_iso_period", what);
    case "entity":
      return fault("not_entity_id", what);
    default:
      return fault("not_one_of", { ...what, accepted: Object.keys(choices ?? {}).join(", ") });
  }
}

const numeric = new Set(["number", "integer", "percent"]);

/** Own properties as the vocabulary types them: numbers as numbers, all else as text, names in order. */
function readProperties(check: Check, predicate: RelationType, given: Statement["properties"]): Statement["properties"] {
  const names = Object.keys(given);
  if (names.length === 0) return given;
  const definitions = relations[predicate].properties;
  const read: Statement["properties"] = {};
  for (const name of names.sort()) {
    const definition = definitions[name];
    const value = given[name] as string | number;
    if (definition === undefined) {
      const accepted = Object.keys(definitions).join(", ");
      check.report(
        name,
        accepted === "" ? fault("no_properties", { predicate, name }) : fault("no_property", { predicate, name, accepted }),
      );
      continue;
    }
    const it = readValue(check, { at: name, called: name, definition }, value);
    read[name] = numeric.has(definition.type) && it !== "" && Number.isFinite(Number(it)) ? Number(it) : String(it);
  }
  return read;
}

function checkRelation(check: Check, statement: Statement, from: Kind): void {
  const predicate = statement.predicate as RelationType;
  if (statement.value !== undefined) check.report("value", fault("relation_with_value", { predicate }));
  if (statement.object === undefined) check.report("object", fault("relation_without_object", { predicate }));
  else {
    const to = check.kindOf(statement.object);
    if (to === undefined) check.report("object", noEntity(statement.object));
    else if (from !== undefined && from !== "unjudged" && to !== "unjudged") {
      const wrong = endsFault(predicate, from, to);
      if (wrong !== null) check.report(wrong.code === "wrong_end" ? "object" : "subject", wrong);
    }
  }
  statement.properties = readProperties(check, predicate, statement.properties);
}

function checkAttribute(check: Check, statement: Statement, kind: EntityKind): void {
  const { predicate, value } = statement;
  const definition = attributeOf(kind, predicate);
  if (definition === undefined) {
    const attributes = Object.keys(kinds[kind].properties).join(", ") || "none";
    check.report("predicate", fault("no_predicate", { predicate, relations: relationTypes.join(", "), kind, attributes }));
    return;
  }
  if (statement.object !== undefined) check.report("object", fault("attribute_with_object", { predicate }));
  for (const name of Object.keys(statement.properties)) check.report(name, fault("attribute_with_property", { predicate, name }));
  if (value === undefined) check.report("value", fault("attribute_without_value", { predicate }));
  else {
    const before = check.faults.length;
    statement.value = readValue(check, { at: "value", called: predicate, definition }, value);
    if (check.faults.length === before && definition.type === "entity" && check.kindOf(value) === undefined)
      check.report("value", noEntity(value));
  }
}

/** A statement against the vocabulary, what it refers to, and the others. Values written in words become the vocabulary's. */
export function checkStatement(check: Check, statement: Statement): void {
  const from = check.kindOf(statement.subject);
  if (from === undefined) check.report("subject", noEntity(statement.subject));
  if (isAttribute(statement) && typeof statement.predicate === "string") statement.predicate = predicateOf(statement, from);
  if (isRelationType(statement.predicate)) checkRelation(check, statement, from);
  else if (from !== undefined && from !== "unjudged") checkAttribute(check, statement, from);
  if (statement.status === "inferred") {
    if (statement.basis === undefined) check.report("basis", fault("no_basis", {}));
    if (statement.confidence >= 1) check.report("confidence", fault("sure_inference", { confidence: statement.confidence }));
  } else if (statement.status === "stated" && statement.confidence < 1)
    check.warn("confidence", fault("unsure_statement", { confidence: statement.confidence }));
  if (statement.validFrom !== undefined && statement.validTo !== undefined && statement.validTo < statement.validFrom)
    check.report("validTo", fault("ends_before", { to: statement.validTo, from: statement.validFrom }));
  const { id, subject, predicate } = statement;
  const first = check.firstOf(check.declared.statements, id);
  if (first !== null) check.report("id", fault("statement_twice", { id, first }));
  if (typeof predicate === "string" && typeof subject === "string") {
    const same = check.firstOf(check.keys.statements, statementKey(statement));
    const says = `${subject} ${predicate} ${statement.object ?? statement.value ?? ""}`;
    if (same !== null) check.report("subject", fault("same_statement", { says, first: same }));
  }
  check.declareClaim("statements", statement.status);
}
