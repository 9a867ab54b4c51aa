import type { Dataset } from "#graph/model/dataset.ts";
import type { Evidence } from "#graph/model/statement.ts";
import { constraintId } from "../content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "../keys.ts";

const links = ["subject", "object", "value", "region", "denominator", "plan", "product"] as const;

/**
 * A dataset that names entities by their known ids. What then says the same is one claim with the evidence of both; what would relate an
 * entity to itself is left out. `sameAs`: id in the dataset → known id.
 */
export function withKnownIds(dataset: Dataset, sameAs: ReadonlyMap<string, string>): Dataset {
  if (sameAs.size === 0) return dataset;
  const known = <I extends string | undefined>(id: I): I => (id === undefined ? id : ((sameAs.get(id) ?? id) as I));
  const moved = <C extends object>(claim: C): C => {
    const record = claim as Record<string, unknown>;
    const named = links.filter((field) => typeof record[field] === "string" && sameAs.has(record[field]));
    return named.length === 0 ? claim : { ...claim, ...Object.fromEntries(named.map((field) => [field, known(record[field] as string)])) };
  };
  const heirs = new Map<string, string>();
  const once = <C extends { id: string }>(claims: readonly C[], sayingOf: (it: C) => string): C[] => {
    const first = new Map<string, string>();
    return claims.map(moved).filter((it) => {
      const saying = sayingOf(it);
      const other = first.get(saying);
      if (other === undefined) first.set(saying, it.id);
      else heirs.set(it.id, other);
      return other === undefined;
    });
  };
  const statements = once(dataset.statements, keyOfStatement).filter((it) => it.object === undefined || it.object !== it.subject);
  const metrics = once(dataset.metrics, (it) => sameMetric(keyOfMetric(it), it));
  const standing = new Set<string>([...statements, ...metrics].map((it) => it.id));
  const evidence = uniqueBy(
    dataset.evidence.map((it) => (heirs.has(it.statement) ? { ...it, statement: heirs.get(it.statement) as Evidence["statement"] } : it)),
    (it) => [it.statement, it.document, it.paragraph, it.start, it.end, it.row].join("|"),
  );
  const listed = new Set<string>(dataset.entities.map((it) => it.id));
  return {
    ...dataset,
    entities: uniqueBy(
      dataset.entities
        .filter((it) => !sameAs.has(it.id) || !listed.has(sameAs.get(it.id) as string))
        .map((it) => (sameAs.has(it.id) ? { ...it, id: known(it.id) } : it)),
      (it) => it.id,
    ),
    aliases: uniqueBy(
      dataset.aliases.map((it) => ({
        ...it,
        entity: known(it.entity),
        ...(it.scopeOf === undefined ? {} : { scopeOf: known(it.scopeOf) }),
      })),
      (it) => [it.entity, it.surface, it.scope, it.scopeOf].join("|"),
    ),
    constraints: uniqueBy(
      dataset.constraints.map((it) => ({ ...it, left: known(it.left), right: known(it.right) })).filter((it) => it.left !== it.right),
      constraintId,
    ),
    statements,
    metrics,
    evidence: evidence.filter((it) => standing.has(it.statement)),
  };
}

function uniqueBy<T>(items: readonly T[], keyOf: (it: T) => string): T[] {
  const met = new Set<string>();
  return items.filter((it) => {
    const key = keyOf(it);
    return met.has(key) ? false : met.add(key);
  });
}
