import { attributeOf, endsProblem, type Statement, statementKey, valueProblem } from "#graph/model/statement.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { ExtractedStatement } from "../extraction.ts";
import { type Draft, hasPlace, remark, support } from "./draft.ts";
import { slugOf, statementIdOf } from "./minting.ts";

type Body = Pick<Statement, "subject" | "predicate" | "properties"> & { object?: Statement["object"]; value?: string };

/** Own properties that the vocabulary knows and accepts; a remark for each that it does not. */
function ownProperties(draft: Draft, it: ExtractedStatement): Statement["properties"] {
  const { predicate } = it;
  if (!isRelationType(predicate)) return {};
  const { properties } = relations[predicate];
  return Object.fromEntries(
    Object.entries(it.properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([name, value]) => {
        const definition = properties[name];
        const wrong = definition === undefined ? `${predicate} 没有这一属性` : valueProblem(definition, value);
        if (wrong !== null) remark(draft, `${predicate} 的属性 ${name}“${value}”未采纳：${wrong}`, it);
        return wrong === null;
      }),
  );
}

/** The claim in the model's terms; null, with a remark, when the vocabulary cannot say it. */
function bodyOf(draft: Draft, it: ExtractedStatement): Body | null {
  const subject = draft.entityOf.get(it.subject);
  const refuse = (why: string): null => {
    remark(draft, `${subject?.name ?? it.subject} ${it.predicate} 未采纳：${why}`, it);
    return null;
  };
  if (subject === undefined) return refuse("主体未能入图");
  if (isRelationType(it.predicate)) {
    const object = it.object === undefined ? undefined : draft.entityOf.get(it.object);
    if (object === undefined) return refuse("缺少宾语，或宾语未能入图");
    if (object.id === subject.id) return refuse("两端是同一实体");
    const wrong = endsProblem(it.predicate, subject.kind, object.kind);
    if (wrong !== null) return refuse(wrong);
    return { subject: subject.id, predicate: it.predicate, object: object.id, properties: ownProperties(draft, it) };
  }
  const definition = attributeOf(subject.kind, it.predicate);
  if (definition === undefined) return refuse(`${subject.kind} 没有这一属性`);
  const value = definition.type === "entity" && it.value !== undefined ? draft.entityOf.get(it.value)?.id : it.value;
  if (value === undefined || value.trim() === "" || value.length > 500) return refuse("缺少可用的值");
  const wrong = valueProblem(definition, value);
  if (wrong !== null) return refuse(`“${value}”不合要求：${wrong}`);
  return { subject: subject.id, predicate: it.predicate, value, properties: {} };
}

/** Proposes the statements of an extraction. What one key says twice is one statement with two places. */
export function placeStatements(draft: Draft, statements: readonly ExtractedStatement[], noteOf: (rule: string) => string): void {
  const standing = new Map<string, Statement>();
  for (const it of statements) {
    const body = bodyOf(draft, it);
    if (body === null || !hasPlace(draft, it, it.predicate)) continue;
    const key = statementKey(body);
    const before = standing.get(key);
    if (before !== undefined) {
      before.properties = { ...body.properties, ...before.properties };
      if (it.status === "stated" && before.status === "inferred") Object.assign(before, { status: "stated", basis: undefined });
      before.confidence = Math.max(before.confidence, it.confidence);
      support(draft, { id: before.id, saying: key }, it, noteOf(it.rule));
      continue;
    }
    const inferred = it.status === "inferred";
    const statement: Statement = {
      ...body,
      id: statementIdOf({ subject: body.subject, predicate: body.predicate, target: body.object ?? slugOf(body.value ?? "", 32), key }),
      status: it.status,
      confidence: inferred ? Math.min(it.confidence, 0.95) : it.confidence,
      ...(inferred ? { basis: it.basis ?? noteOf(it.rule) } : {}),
      rank: "normal",
    };
    standing.set(key, statement);
    draft.dataset.statements.push(statement);
    support(draft, { id: statement.id, saying: key }, it, noteOf(it.rule));
  }
}
