import { hash } from "node:crypto";
import { type Metric, metricKey } from "#graph/model/metric.ts";
import { attributeOf, type Statement, statementKey } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";

const short = (key: string): string => hash("sha256", key, "hex").slice(0, 32);

type KeyedStatement = Pick<Statement, "subject" | "predicate" | "object" | "value" | "validFrom"> & Partial<Pick<Statement, "properties">>;

/** A key is asked for when a record is compared, settled and written: once is enough. */
const cached = <T extends object>(keyOf: (it: T) => string): ((it: T) => string) => {
  const keys = new WeakMap<T, string>();
  return (it) => {
    const known = keys.get(it);
    if (known !== undefined) return known;
    const made = short(keyOf(it));
    keys.set(it, made);
    return made;
  };
};
const noProperties: Statement["properties"] = {};

/** `Statement.key`: two statements with one key say the same. */
export const keyOfStatement = cached(({ subject, predicate, object, value, validFrom, properties = noProperties }: KeyedStatement) =>
  statementKey({ subject, predicate, object, value, validFrom, properties }),
);

/** `MetricObservation.key`: two metrics with one key and other values are in conflict. */
export const keyOfMetric = cached(metricKey);

/** Two metrics with one of these are the same. */
export const sameMetric = (key: string, it: Pick<Metric, "value" | "unit">): string => `${key}|${it.value}|${it.unit}`;

/**
 * Statements of one group that are valid at one time exclude each other: an attribute that is no list, or a relation that a subject has
 * once. Null: any number may hold. Rule: `model.md` section 7.
 */
export function conflictGroup(it: Pick<Statement, "subject" | "predicate">, kind: EntityKind | undefined): string | null {
  if (isRelationType(it.predicate)) return relations[it.predicate].functional === true ? `${it.subject}|${it.predicate}` : null;
  const definition = kind === undefined ? undefined : attributeOf(kind, it.predicate);
  return definition === undefined || definition.type === "list" ? null : `${it.subject}|${it.predicate}`;
}
