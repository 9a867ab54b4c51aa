import { attributeOf, endsProblem, isAttribute, type Statement, statementKey, valueProblem } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { isRelationType, type RelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { type Check, noEntity } from "./check.ts";
import { predicateOf, valueAsWritten } from "./written/statement.ts";

type Kind = EntityKind | "unjudged" | undefined;

/** The value as the definition takes it, also where a person wrote it in words (民营, 2024年3月); reports what cannot be taken. */
function readValue<V extends string | number>(check: Check, field: string, definition: PropertyDefinition, value: V): V {
  const wrong = valueProblem(definition, value);
  if (wrong === null) return value;
  const read = valueAsWritten(definition, String(value));
  if (read !== null && valueProblem(definition, read) === null) return read as V;
  check.report(field, `${field === "value" ? "" : `${field} `}"${value}" is not ${wrong}`);
  return value;
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
      check.report(name, `${predicate} has no property "${name}"; ${accepted === "" ? "it has none" : `it has ${accepted}`}`);
      continue;
    }
    const it = readValue(check, name, definition, value);
    read[name] = numeric.has(definition.type) && it !== "" && Number.isFinite(Number(it)) ? Number(it) : String(it);
  }
  return read;
}

function checkRelation(check: Check, statement: Statement, from: Kind): void {
  const predicate = statement.predicate as RelationType;
  if (statement.value !== undefined) check.report("value", `${predicate} is a relation: it has an object and no value`);
  if (statement.object === undefined) check.report("object", `${predicate} is a relation: its object is missing`);
  else {
    const to = check.kindOf(statement.object);
    if (to === undefined) check.report("object", noEntity(statement.object));
    else if (from !== undefined && from !== "unjudged" && to !== "unjudged") {
      const wrong = endsProblem(predicate, from, to);
      if (wrong !== null) check.report(relations[predicate].from.includes(from) ? "object" : "subject", wrong);
    }
  }
  statement.properties = readProperties(check, predicate, statement.properties);
}

function checkAttribute(check: Check, statement: Statement, kind: EntityKind): void {
  const { predicate, value } = statement;
  const definition = attributeOf(kind, predicate);
  if (definition === undefined) {
    const attributes = Object.keys(kinds[kind].properties).join(", ") || "none";
    check.report(
      "predicate",
      `"${predicate}" is neither a relation (${relationTypes.join(", ")}) nor an attribute of ${kind} (${attributes})`,
    );
    return;
  }
  if (statement.object !== undefined) check.report("object", `${predicate} is an attribute: it has a value and no object`);
  for (const name of Object.keys(statement.properties)) check.report(name, `${predicate} is an attribute: it has no property "${name}"`);
  if (value === undefined) check.report("value", `${predicate} is an attribute: its value is missing`);
  else {
    const before = check.faults.length;
    statement.value = readValue(check, "value", definition, value);
    const fault = check.faults[before];
    if (fault !== undefined) fault.message = `${predicate} ${fault.message}`;
    else if (definition.type === "entity" && check.kindOf(value) === undefined) check.report("value", noEntity(value));
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
    if (statement.basis === undefined) check.report("basis", "basis is missing: an inferred statement says what it rests on");
    if (statement.confidence >= 1) check.report("confidence", `confidence ${statement.confidence}: an inferred statement is below 1`);
  } else if (statement.status === "stated" && statement.confidence < 1)
    check.warn("confidence", `confidence ${statement.confidence} of a stated statement; 1 is usual`);
  if (statement.validFrom !== undefined && statement.validTo !== undefined && statement.validTo < statement.validFrom)
    check.report("validTo", `validTo ${statement.validTo} is before validFrom ${statement.validFrom}`);
  const { id, subject, predicate } = statement;
  const first = check.firstOf(check.declared.statements, id);
  if (first !== null) check.report("id", `statement "${id}" stands twice, first at: ${first}`);
  if (typeof predicate === "string" && typeof subject === "string") {
    const same = check.firstOf(check.keys.statements, statementKey(statement));
    const says = `${subject} ${predicate} ${statement.object ?? statement.value ?? ""}`;
    if (same !== null) check.report("subject", `${says} says the same as another statement; give that one the evidence: ${same}`);
  }
  check.declareClaim("statements", statement.status);
}
