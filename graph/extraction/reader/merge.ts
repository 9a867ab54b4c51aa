import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { ExtractedEntity, ExtractedMetric, ExtractedStatement, Extraction, Ref, Remark, Span } from "../extraction.ts";
import type { Verified } from "./verify.ts";

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The rules' entity that the reader means: one of this name, or one of its kind at the same words. */
function sameAs(entity: ExtractedEntity, standing: readonly ExtractedEntity[]): ExtractedEntity | undefined {
  const alike = standing.filter((it) => it.kind === entity.kind);
  const named = alike.find((it) => it.name === entity.name || it.mentions.some(({ text }) => text === entity.name));
  const atSameWords = (it: ExtractedEntity): boolean =>
    it.mentions.some((a) => entity.mentions.some((b) => a.start === b.start && a.end === b.end));
  return named ?? alike.find(atSameWords);
}

const statementKey = (it: ExtractedStatement): string => {
  const ends = [it.subject, it.object ?? it.value ?? ""];
  if (isRelationType(it.predicate) && relations[it.predicate].symmetric === true) ends.sort();
  return [it.predicate, ...ends].join("|");
};

/** In what two readings of one figure differ; empty when they agree. An open period, basis or region contradicts nothing. */
function differences(rules: ExtractedMetric, reader: ExtractedMetric, nameOf: (ref: Ref) => string): string[] {
  const named = (ref: Ref | null): string | null => (ref === null ? null : nameOf(ref));
  const told = [
    ["主体", nameOf(rules.subject), nameOf(reader.subject)],
    ["单位", rules.unit, reader.unit],
    ["数值", rules.value, reader.value],
    ["性质", rules.modality, reader.modality],
    ["时期", rules.period, reader.period],
    ["地区", named(rules.region), named(reader.region)],
  ] as const;
  return told.filter(([, a, b]) => a !== null && b !== null && a !== b).map(([what, a, b]) => `${what} ${a} / ${b}`);
}

/** Two readings of one printed figure: the same figure words, at overlapping places. */
const sameFigure = (a: ExtractedMetric, b: ExtractedMetric): boolean =>
  overlap(a, b) && (a.raw.includes(b.raw) || b.raw.includes(a.raw)) && a.raw !== "" && b.raw !== "";

/**
 * What the rules found, with what the second reader adds. Where both agree the rules' record stands as it is; where they differ the rules'
 * stands and a remark tells the difference; what the reader alone proposes is added with low confidence under its own rule name.
 */
export function merge(rules: Extraction, reader: Verified): Extraction {
  const entities = rules.entities.map((it) => ({ ...it }));
  const remarks: Remark[] = [...rules.remarks, ...reader.remarks];
  const meant = new Map<Ref, Ref>();
  const added: ExtractedEntity[] = [];
  for (const entity of reader.entities) {
    const standing = sameAs(entity, entities) ?? sameAs(entity, added);
    if (standing === undefined) added.push(entity);
    meant.set(entity.ref, standing?.ref ?? entity.ref);
  }
  const refOf = (ref: Ref): Ref => meant.get(ref) ?? ref;
  const nameOf = (ref: Ref): string => [...entities, ...added].find((it) => it.ref === ref)?.name ?? ref;

  const keys = new Set(rules.statements.map(statementKey));
  const statements: ExtractedStatement[] = [];
  for (const given of reader.statements) {
    const isEntity = given.value !== undefined && meant.has(given.value);
    const it = {
      ...given,
      subject: refOf(given.subject),
      ...(given.object === undefined ? {} : { object: refOf(given.object) }),
      ...(isEntity ? { value: refOf(given.value as Ref) } : {}),
    };
    const key = statementKey(it);
    if (keys.has(key)) continue;
    keys.add(key);
    const rival = rules.statements.find(
      (other) =>
        overlap(other, it) &&
        other.subject === it.subject &&
        other.object === it.object &&
        it.object !== undefined &&
        other.predicate !== it.predicate,
    );
    if (rival !== undefined)
      remarks.push({
        text: `两次读法不一：${nameOf(it.subject)} 与 ${nameOf(it.object as Ref)}，规则作 ${rival.predicate}，第二读者作 ${it.predicate}`,
        start: it.start,
        end: it.end,
      });
    statements.push(it);
  }

  const metrics: ExtractedMetric[] = [];
  for (const given of reader.metrics) {
    const it = {
      ...given,
      subject: refOf(given.subject),
      region: given.region === null ? null : refOf(given.region),
      product: given.product === null ? null : refOf(given.product),
    };
    const standing = rules.metrics.filter((other) => sameFigure(other, it));
    const closest = standing.map((other) => differences(other, it, nameOf)).sort((a, b) => a.length - b.length)[0];
    if (closest === undefined) metrics.push(it);
    else if (closest.length > 0)
      remarks.push({
        text: `两次读法不一（规则 / 第二读者）：${it.name} ${it.raw}，${closest.join("；")}`,
        start: it.start,
        end: it.end,
      });
  }
  const used = new Set([
    ...statements.flatMap((it) => [it.subject, it.object, it.value]),
    ...metrics.flatMap((it) => [it.subject, it.region, it.product]),
  ]);
  return {
    ...rules,
    entities: [...entities, ...added.filter((it) => used.has(it.ref))],
    statements: [...rules.statements, ...statements],
    metrics: [...rules.metrics, ...metrics],
    remarks,
  };
}
