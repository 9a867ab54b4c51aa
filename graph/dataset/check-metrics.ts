import { type Metric, metricKey } from "#graph/model/metric.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { measures, units } from "#graph/vocabulary/measures.ts";
import { type Check, reportTwins } from "./check.ts";

const links: readonly { field: "subject" | "region" | "denominator" | "plan" | "product"; kind?: EntityKind }[] = [
  { field: "subject" },
  { field: "region", kind: "Region" },
  { field: "denominator" },
  { field: "plan", kind: "Policy" },
  { field: "product", kind: "Product" },
];

/** Metrics: what they refer to, and each other. Another value under one key is a conflict, not a fault. */
export function checkMetrics(check: Check): void {
  for (const [index, metric] of check.dataset.metrics.entries()) {
    for (const { field, kind } of links) {
      const id = metric[field];
      if (id === undefined) continue;
      const found = check.kindOf(id);
      if (found === undefined) check.report("metrics", index, field, `"${id}" is no entity of the dataset or of the store`);
      else if (kind !== undefined && found !== kind) check.report("metrics", index, field, `"${id}" is a ${found}; ${field} is a ${kind}`);
    }
    if (metric.status === "inferred" && metric.confidence >= 1)
      check.report("metrics", index, "confidence", `confidence ${metric.confidence}: an inferred metric is below 1`);
    const measure = Object.hasOwn(measures, metric.name) ? measures[metric.name] : undefined;
    const dimension = units[metric.unit]?.dimension;
    if (measure !== undefined && dimension !== undefined && measure.dimension !== dimension)
      check.warn("metrics", index, "unit", `${metric.name} is a ${measure.dimension}, ${metric.unit} a unit of ${dimension}`);
  }
  reportTwins<Metric>(check, {
    table: "metrics",
    field: "id",
    keyOf: (it) => it.id,
    say: (it) => `metric "${it.id}" stands twice, first at`,
  });
  reportTwins<Metric>(check, {
    table: "metrics",
    field: "name",
    keyOf: (it) => `${metricKey(it)}|${it.value}|${it.unit}`,
    say: (it) => `${it.name} of ${it.subject} with the same value stands twice; give the other one the evidence`,
  });
}
