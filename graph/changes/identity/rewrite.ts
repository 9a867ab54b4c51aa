import type { DatasetSource, OwnerTable } from "#graph/dataset/source.ts";
import type { Dataset, TableName } from "#graph/model/dataset.ts";
import type { Constraint } from "#graph/model/entity.ts";
import type { Evidence } from "#graph/model/statement.ts";
import { constraintId } from "../content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "../keys.ts";

const links = ["subject", "object", "value", "region", "denominator", "plan", "product"] as const;
type Row<T extends TableName> = Dataset[T][number];
/** Of a row as it becomes; null where it is left out. */
type Turn<T extends TableName> = (row: Row<T>) => Row<T> | null;

/** A dataset in which further constraints stand. */
export const withConstraints = (source: DatasetSource, more: readonly Constraint[]): DatasetSource =>
  more.length === 0
    ? source
    : {
        ...(source.numberOf === undefined ? {} : { numberOf: source.numberOf.bind(source) }),
        rows: async function* <T extends TableName>(table: T): AsyncGenerator<Dataset[T]> {
          yield* source.rows(table);
          if (table === "constraints") yield [...more] as Dataset[T];
        },
      };

/**
 * A dataset that names entities by their known ids. What then says the same is one claim with the evidence of both; what would relate an
 * entity to itself is left out. `sameAs`: id in the dataset → known id. Only what names one of the known entities is held.
 */
export async function withKnownIds(source: DatasetSource, sameAs: ReadonlyMap<string, string>): Promise<DatasetSource> {
  if (sameAs.size === 0) return source;
  const targets = new Set(sameAs.values());
  const known = <I extends string | undefined>(id: I): I => (id === undefined ? id : ((sameAs.get(id) ?? id) as I));
  const moved = <C extends object>(claim: C): C => {
    const record = claim as Record<string, unknown>;
    const named = links.filter((field) => typeof record[field] === "string" && sameAs.has(record[field]));
    return named.length === 0 ? claim : { ...claim, ...Object.fromEntries(named.map((field) => [field, known(record[field] as string)])) };
  };

  /** Claims that another one before them says already, and which. */
  const heirs = new Map<string, string>();
  const selfRelated = new Set<string>();
  const survey = async <T extends "statements" | "metrics">(table: T, sayingOf: (it: Row<T>) => string): Promise<void> => {
    const first = new Map<string, string>();
    for await (const rows of source.rows(table))
      for (const row of rows as Row<T>[]) {
        const it = moved(row) as Row<T> & { subject: string; object?: string };
        if (it.object !== undefined && it.object === it.subject) selfRelated.add(it.id);
        if (!links.some((field) => targets.has(String((it as Record<string, unknown>)[field])))) continue;
        const saying = sayingOf(it);
        const other = first.get(saying);
        if (other === undefined) first.set(saying, it.id);
        else heirs.set(it.id, other);
      }
  };
  await survey("statements", keyOfStatement);
  await survey("metrics", (it) => sameMetric(keyOfMetric(it), it));
  const heirsOfOthers = new Set(heirs.values());

  const listed = new Set<string>();
  for await (const rows of source.rows("entities")) for (const { id } of rows) if (targets.has(id)) listed.add(id);
  const numbers = firstNumbers(source, sameAs);
  const claim: Turn<"statements" | "metrics"> = (row) => (heirs.has(row.id) || selfRelated.has(row.id) ? null : moved(row));

  const turns: { [T in TableName]?: () => Turn<T> } = {
    entities: () => {
      const isFirst = onlyFirst();
      return (it) => {
        const into = sameAs.get(it.id);
        if (into === undefined) return it;
        return listed.has(into) || !isFirst(into) ? null : { ...it, id: known(it.id) };
      };
    },
    aliases: () => {
      const isFirst = onlyFirst();
      return (it) => {
        const turned = { ...it, entity: known(it.entity), ...(it.scopeOf === undefined ? {} : { scopeOf: known(it.scopeOf) }) };
        const { entity, surface, scope, scopeOf } = turned;
        if (!targets.has(entity) && !targets.has(scopeOf ?? "")) return turned;
        return isFirst([entity, surface, scope, scopeOf].join("|")) ? turned : null;
      };
    },
    constraints: () => {
      const isFirst = onlyFirst();
      return (it) => {
        const turned = { ...it, left: known(it.left), right: known(it.right) };
        return turned.left !== turned.right && isFirst(constraintId(turned)) ? turned : null;
      };
    },
    statements: () => claim as Turn<"statements">,
    metrics: () => claim as Turn<"metrics">,
    evidence: () => {
      const isFirst = onlyFirst();
      return (it) => {
        const statement = (heirs.get(it.statement) ?? it.statement) as Evidence["statement"];
        if (selfRelated.has(statement)) return null;
        if (!heirsOfOthers.has(statement)) return it;
        return isFirst([statement, it.document, it.paragraph, it.start, it.end, it.row].join("|")) ? { ...it, statement } : null;
      };
    },
  };
  return {
    ...(source.numberOf === undefined
      ? {}
      : {
          numberOf: (table: OwnerTable, id: string) =>
            (table === "entities" ? numbers.get(id) : undefined) ?? (source.numberOf as NonNullable<DatasetSource["numberOf"]>)(table, id),
        }),
    rows: async function* <T extends TableName>(table: T): AsyncGenerator<Dataset[T]> {
      const turn = turns[table]?.();
      if (turn === undefined) yield* source.rows(table);
      else
        for await (const rows of source.rows(table))
          yield (rows as Row<T>[]).flatMap((row) => {
            const turned = turn(row);
            return turned === null ? [] : [turned];
          }) as Dataset[T];
    },
  };
}

/** Of known ids that the dataset does not list itself, the number of the first of its entities that stand for each. */
function firstNumbers(source: DatasetSource, sameAs: ReadonlyMap<string, string>): Map<string, number> {
  const first = new Map<string, number>();
  for (const [id, into] of sameAs) {
    const own = source.numberOf?.("entities", into) ?? -1;
    const number = own >= 0 ? own : (source.numberOf?.("entities", id) ?? -1);
    if (number >= 0) first.set(into, Math.min(number, first.get(into) ?? number));
  }
  return first;
}

function onlyFirst(): (key: string) => boolean {
  const met = new Set<string>();
  return (key) => !met.has(key) && met.add(key).size > 0;
}
