import type { Extraction } from "#graph/extraction/extraction.ts";
import { relations } from "#graph/vocabulary/relations.ts";

export interface MetricFact {
  subject: string;
  name: string;
  op: string;
  value: number;
  unit: string;
  period: string | null;
  modality: string;
}
/** One line of a `.facts.json`: a relation by short names, or a figure. */
export type Fact = { s: string; p: string; o: string; props?: Record<string, unknown> } | { metric: MetricFact };

export interface Score {
  relations: { found: number; of: number };
  /** Value, unit, op, period and modality all right. */
  figures: { found: number; of: number };
  /** Relations, and figures whose subject or measure is right too. */
  facts: { found: number; of: number };
  /** Of what was read: stated relations and figures that the list holds. The list is not exhaustive, so this is a floor. */
  confirmed: { relations: number; ofRelations: number; figures: number; ofFigures: number };
  missed: string[];
  unlisted: string[];
}

const plain = (name: string): string => name.replaceAll(/[《》“”"'（）()\s—–-]/g, "").replaceAll(/年度?/g, "");
const withoutPlace = (name: string): string => name.replace(/^[\u4e00-\u9fff]{2,3}(?:市|县|省|区)/, "");

/** Short names against full ones: the same, one in the other, or the same once the place before it is off. */
export function namesAgree(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return (short.length >= 2 && long.includes(short)) || (withoutPlace(left).length >= 2 && withoutPlace(left) === withoutPlace(right));
}

export function score(extraction: Extraction, facts: readonly Fact[], nameOf: (id: string) => string | undefined = () => undefined): Score {
  const names = new Map(
    extraction.entities.map((it) => [
      it.ref,
      [it.name, ...it.mentions.map((m) => m.text), ...(it.existing ? [nameOf(it.existing) ?? ""] : [])].filter(Boolean),
    ]),
  );
  const agrees = (ref: string | undefined, name: string): boolean => (names.get(ref ?? "") ?? []).some((it) => namesAgree(it, name));
  const statements = extraction.statements.filter((it) => it.object !== undefined);
  const usedStatements = new Set<number>();
  const usedFigures = new Set<number>();
  const result: Score = {
    relations: { found: 0, of: 0 },
    figures: { found: 0, of: 0 },
    facts: { found: 0, of: facts.length },
    confirmed: { relations: 0, ofRelations: 0, figures: 0, ofFigures: extraction.metrics.length },
    missed: [],
    unlisted: [],
  };
  for (const fact of facts) {
    if ("metric" in fact) {
      const wanted = fact.metric;
      result.figures.of++;
      const same = extraction.metrics
        .map((it, index) => ({ it, index }))
        .filter(
          ({ it }) =>
            Math.abs(it.value - wanted.value) <= Math.abs(wanted.value) * 1e-9 &&
            it.unit === wanted.unit &&
            it.op === wanted.op &&
            it.modality === wanted.modality &&
            (it.period === wanted.period || wanted.modality === "design_capacity"),
        );
      for (const { index } of same) usedFigures.add(index);
      if (same.length > 0) result.figures.found++;
      const whole = same.some(({ it }) => agrees(it.subject, wanted.subject) || namesAgree(it.name, wanted.name));
      if (whole) result.facts.found++;
      if (same.length === 0 || !whole)
        result.missed.push(
          `${same.length > 0 ? "(subject, name) " : ""}${wanted.subject} | ${wanted.name} ${wanted.op}${wanted.value} ${wanted.unit} ${wanted.period} ${wanted.modality}`,
        );
      continue;
    }
    result.relations.of++;
    const symmetric = fact.p in relations && (relations as Record<string, { symmetric?: true }>)[fact.p]?.symmetric === true;
    const hits = statements.flatMap((it, index) =>
      it.predicate === fact.p &&
      ((agrees(it.subject, fact.s) && agrees(it.object, fact.o)) || (symmetric && agrees(it.subject, fact.o) && agrees(it.object, fact.s)))
        ? [index]
        : [],
    );
    for (const index of hits) usedStatements.add(index);
    if (hits.length > 0) {
      result.relations.found++;
      result.facts.found++;
    } else result.missed.push(`${fact.s} ${fact.p} ${fact.o}`);
  }
  for (const [index, it] of statements.entries()) {
    if (it.status !== "stated") continue;
    result.confirmed.ofRelations++;
    if (usedStatements.has(index)) result.confirmed.relations++;
    else result.unlisted.push(`${names.get(it.subject)?.[0]} ${it.predicate} ${names.get(it.object ?? "")?.[0]} (${it.rule})`);
  }
  for (const [index, it] of extraction.metrics.entries())
    if (usedFigures.has(index)) result.confirmed.figures++;
    else
      result.unlisted.push(
        `${names.get(it.subject)?.[0]} | ${it.name} ${it.op}${it.value} ${it.unit} ${it.period} ${it.modality} (${it.rule})`,
      );
  return result;
}
