import { fault } from "#graph/model/dataset-fault.ts";
import { type Metric, metricKey } from "#graph/model/metric.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { measures, units } from "#graph/vocabulary/measures.ts";
import { type Check, noEntity } from "./check.ts";

const links: readonly { field: "subject" | "region" | "denominator" | "plan" | "product"; kind?: EntityKind }[] = [
  { field: "subject" },
  { field: "region", kind: "Region" },
  { field: "denominator" },
  { field: "plan", kind: "Policy" },
  { field: "product", kind: "Product" },
];

/** A metric: what it refers to, and the others. Another value under one key is a conflict, not a fault. */
export function checkMetric(check: Check, metric: Metric): void {
  for (const { field, kind } of links) {
    const id = metric[field];
    if (id === undefined) continue;
    const found = check.kindOf(id);
    if (found === undefined) check.report(field, noEntity(id));
    else if (kind !== undefined && found !== kind && found !== "unjudged")
      check.report(field, fault("other_kind", { id, found, field, kind }));
  }
  if (metric.status === "inferred" && metric.confidence >= 1)
    check.report("confidence", fault("sure_metric", { confidence: metric.confidence }));
  const measure = Object.hasOwn(measures, metric.name) ? measures[metric.name] : undefined;
  const dimension = units[metric.unit]?.dimension;
  if (measure !== undefined && dimension !== undefined && measure.dimension !== dimension)
    check.warn(
      "unit",
      fault("other_dimension", { measure: metric.name, dimension: measure.dimension, unit: metric.unit, other: dimension }),
    );
  const first = check.firstOf(check.declared.metrics, metric.id);
  if (first !== null) check.report("id", fault("metric_twice", { id: metric.id, first }));
  if (typeof metric.id === "string" && check.declared.statements.get(metric.id) >= 0)
    check.report("id", fault("id_of_statement", { id: metric.id }));
  const same = check.firstOf(check.keys.metrics, `${metricKey(metric)}|${metric.value}|${metric.unit}`);
  if (same !== null) check.report("name", fault("same_metric", { name: metric.name, subject: metric.subject, first: same }));
  check.declareClaim("metrics", metric.status);
}
