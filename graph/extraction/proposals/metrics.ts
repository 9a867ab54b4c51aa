import type { Metric } from "#graph/model/metric.ts";
import { period as periodShape } from "#graph/model/period.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isUnit } from "#graph/vocabulary/measures.ts";
import type { ExtractedMetric, Ref } from "../extraction.ts";
import { readerRule } from "../reader/origin.ts";
import { type Draft, hasPlace, remark, support } from "./draft.ts";
import { metricSaying } from "./known.ts";
import { metricIdOf } from "./minting.ts";

/** The entity that a metric names beside its subject, if it is of the kind that belongs there. */
function linked(draft: Draft, it: ExtractedMetric, { ref, as, kind }: { ref: Ref | null | undefined; as: string; kind?: EntityKind }) {
  if (ref === null || ref === undefined) return undefined;
  const found = draft.entityOf.get(ref);
  if (found !== undefined && (kind === undefined || found.kind === kind)) return found.id;
  remark(
    draft,
    `${it.name} ${it.raw}：${as}“${found?.name ?? ref}”未采纳${found === undefined ? "，它未能入图" : `，它是 ${found.kind}`}`,
    it,
  );
  return undefined;
}

const without = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

function metricOf(draft: Draft, it: ExtractedMetric): Omit<Metric, "id"> | null {
  const subject = draft.entityOf.get(it.subject);
  const refuse = (why: string): null => {
    remark(draft, `${subject?.name ?? it.subject} ${it.name} ${it.raw} 未采纳：${why}`, it);
    return null;
  };
  if (subject === undefined) return refuse("主体未能入图");
  if (it.name.trim() === "" || it.name.length > 100) return refuse("指标名缺失或过长");
  if (!Number.isFinite(it.value)) return refuse("数值不是有限的数");
  if (!isUnit(it.unit)) return refuse(`单位“${it.unit}”不在词表`);
  if (it.period !== null && !periodShape.safeParse(it.period).success) return refuse(`时期“${it.period}”写法不合要求`);
  return without({
    subject: subject.id,
    name: it.name,
    value: it.value,
    unit: it.unit,
    op: it.op,
    raw: it.raw.length <= 60 && it.raw !== "" ? it.raw : undefined,
    period: it.period ?? undefined,
    modality: it.modality,
    basis: it.basis === null || it.basis === "" ? undefined : it.basis.slice(0, 200),
    region: linked(draft, it, { ref: it.region, as: "地区", kind: "Region" }),
    denominator: linked(draft, it, { ref: it.denominator, as: "分母" }),
    plan: linked(draft, it, { ref: it.plan, as: "计划", kind: "Policy" }),
    product: linked(draft, it, { ref: it.product, as: "产品", kind: "Product" }),
    status: it.rule === readerRule ? "inferred" : "stated",
    confidence: it.confidence,
    rank: "normal",
  } as const) as Omit<Metric, "id">;
}

/** Proposes the metrics of an extraction. The same figure said twice is one metric with two places. */
export function placeMetrics(draft: Draft, metrics: readonly ExtractedMetric[], noteOf: (rule: string) => string): void {
  const standing = new Map<string, Metric>();
  for (const it of metrics) {
    const body = metricOf(draft, it);
    if (body === null || !hasPlace(draft, it, `${it.name} ${it.raw}`)) continue;
    const key = metricSaying(body);
    const before = standing.get(key);
    if (before === undefined) {
      const metric = { id: metricIdOf({ subject: body.subject, name: body.name, period: it.period, key }), ...body };
      standing.set(key, metric);
      draft.dataset.metrics.push(metric);
      support(draft, { id: metric.id, saying: key }, it, noteOf(it.rule));
    } else {
      before.confidence = Math.max(before.confidence, it.confidence);
      support(draft, { id: before.id, saying: key }, it, noteOf(it.rule));
    }
  }
}
