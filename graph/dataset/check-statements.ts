import { attributeOf, endsProblem, type Statement, statementKey, valueProblem } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType, type RelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { type Check, reportTwins } from "./check.ts";

type Report = (field: string, message: string) => void;
const noEntity = (id: string): string => `"${id}" is no entity of the dataset or of the store`;

function checkRelation(
  check: Check,
  { statement, from, report }: { statement: Statement; from: EntityKind | undefined; report: Report },
): void {
  const predicate = statement.predicate as RelationType;
  if (statement.value !== undefined) report("value", `${predicate} is a relation: it has an object and no value`);
  if (statement.object === undefined) report("object", `${predicate} is a relation: its object is missing`);
  else {
    const to = check.kindOf(statement.object);
    if (to === undefined) report("object", noEntity(statement.object));
    else if (from !== undefined) {
      const wrong = endsProblem(predicate, from, to);
      if (wrong !== null) report(relations[predicate].from.includes(from) ? "object" : "subject", wrong);
    }
  }
  const { properties } = relations[predicate];
  for (const [name, value] of Object.entries(statement.properties)) {
    const definition = properties[name];
    if (definition === undefined) {
      const accepted = Object.keys(properties).join(", ");
      report(name, `${predicate} has no property "${name}"; ${accepted === "" ? "it has none" : `it has ${accepted}`}`);
      continue;
    }
    const wrong = valueProblem(definition, value);
    if (wrong !== null) report(name, `${name} "${value}" is not ${wrong}`);
  }
}

function checkAttribute(check: Check, { statement, kind, report }: { statement: Statement; kind: EntityKind; report: Report }): void {
  const { predicate, value } = statement;
  const definition = attributeOf(kind, predicate);
  if (definition === undefined) {
    const attributes = Object.keys(kinds[kind].properties).join(", ") || "none";
    report("predicate", `"${predicate}" is neither a relation (${relationTypes.join(", ")}) nor an attribute of ${kind} (${attributes})`);
    return;
  }
  if (statement.object !== undefined) report("object", `${predicate} is an attribute: it has a value and no object`);
  for (const name of Object.keys(statement.properties)) report(name, `${predicate} is an attribute: it has no property "${name}"`);
  if (value === undefined) {
    report("value", `${predicate} is an attribute: its value is missing`);
    return;
  }
  const wrong = valueProblem(definition, value);
  if (wrong !== null) report("value", `${predicate} "${value}" is not ${wrong}`);
  else if (definition.type === "entity" && check.kindOf(value) === undefined) report("value", noEntity(value));
}

/** Statements against the vocabulary, what they refer to, and each other. */
export function checkStatements(check: Check): void {
  const { dataset, kindOf } = check;
  for (const [index, statement] of dataset.statements.entries()) {
    const report: Report = (field, message) => check.report("statements", index, field, message);
    const from = kindOf(statement.subject);
    if (from === undefined) report("subject", noEntity(statement.subject));
    if (isRelationType(statement.predicate)) checkRelation(check, { statement, from, report });
    else if (from !== undefined && kinds[from] !== undefined) checkAttribute(check, { statement, kind: from, report });
    if (statement.status === "inferred") {
      if (statement.basis === undefined) report("basis", "basis is missing: an inferred statement says what it rests on");
      if (statement.confidence >= 1) report("confidence", `confidence ${statement.confidence}: an inferred statement is below 1`);
    } else if (statement.status === "stated" && statement.confidence < 1)
      check.warn("statements", index, "confidence", `confidence ${statement.confidence} of a stated statement; 1 is usual`);
    if (statement.validFrom !== undefined && statement.validTo !== undefined && statement.validTo < statement.validFrom)
      report("validTo", `validTo ${statement.validTo} is before validFrom ${statement.validFrom}`);
  }
  reportTwins<Statement>(check, {
    table: "statements",
    field: "id",
    keyOf: (it) => it.id,
    say: (it) => `statement "${it.id}" stands twice, first at`,
  });
  reportTwins<Statement>(check, {
    table: "statements",
    field: "subject",
    keyOf: (it) => (typeof it.predicate === "string" && typeof it.subject === "string" ? statementKey(it) : undefined),
    say: (it) =>
      `${it.subject} ${it.predicate} ${it.object ?? it.value ?? ""} says the same as another statement; give that one the evidence`,
  });
}
