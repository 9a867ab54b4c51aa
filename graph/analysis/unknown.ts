import type { EntityAnswer, MetricAnswer, UnknownAnswer } from "#graph/model/api-answers.ts";
import { measures } from "#graph/vocabulary/measures.ts";
import { type UnknownCode, unknowns } from "#graph/vocabulary/unknowns.ts";
import { type Ground, isWeak } from "./ground.ts";
import { monthsBetween } from "./months.ts";
import { endOfPeriod, figureDueMonths, hasSeries } from "./series.ts";

export interface Known {
  entity: Pick<EntityAnswer["entity"], "kind" | "collective" | "attributes">;
  degrees: EntityAnswer["degrees"];
  metrics: readonly Pick<MetricAnswer, "name" | "modality" | "period" | "basis" | "region" | "product">[];
  ground: Ground;
  /** ISO date. */
  today: string;
}

interface Rule {
  code: UnknownCode;
  missing(known: Known): boolean;
}

const has = ({ degrees }: Known, relation: string, direction: "out" | "in"): boolean =>
  degrees.some((it) => it.relation === relation && it.direction === direction);
const is = ({ entity }: Known, ...kinds: string[]): boolean => kinds.includes(entity.kind);
const single = ({ entity }: Known): boolean => entity.collective !== true;

/** What a reader would look for, and when it counts as missing. Only absence in the store counts; nothing is guessed. */
const rules: readonly Rule[] = [
  {
    code: "no_leader",
    missing: (it) => is(it, "IndustrialChain", "IndustryCluster") && single(it) && !has(it, "LEADS_CHAIN", "in"),
  },
  {
    code: "no_chain_chief",
    missing: (it) => is(it, "IndustrialChain") && single(it),
  },
  {
    code: "no_member",
    missing: (it) =>
      is(it, "IndustrialChain", "IndustryCluster") &&
      !has(it, "PART_OF_CHAIN", "in") &&
      !has(it, "MEMBER_OF", "in") &&
      !has(it, "LEADS_CHAIN", "in"),
  },
  {
    code: "no_supplier",
    missing: (it) => is(it, "Company") && single(it) && !has(it, "SUPPLIES", "in"),
  },
  {
    code: "no_owner",
    missing: (it) =>
      is(it, "Company") &&
      single(it) &&
      it.entity.attributes.ownership === undefined &&
      !has(it, "OWNS", "in") &&
      !has(it, "SUBSIDIARY_OF", "out"),
  },
  {
    code: "no_revenue",
    missing: (it) => is(it, "Industry") && !it.metrics.some((metric) => metric.name === "营业收入" && metric.modality === "actual"),
  },
  {
    code: "no_state",
    missing: (it) => is(it, "Project") && single(it) && (it.entity.attributes.state ?? "unknown") === "unknown",
  },
  {
    code: "no_location",
    missing: (it) =>
      is(it, "Project") && single(it) && !has(it, "LOCATED_IN", "out") && !has(it, "HOSTS", "in") && !has(it, "ATTRACTS", "in"),
  },
  {
    code: "no_builder",
    missing: (it) => is(it, "Project") && single(it) && !has(it, "BUILDS", "in"),
  },
  {
    code: "single_weak_source",
    missing: ({ ground }) => isWeak(ground),
  },
];

/** What the store does not hold of an entity and a reader would look for. Pure: the same knowledge gives the same list. */
export function unknownOf(known: Known): UnknownAnswer[] {
  const missing = rules
    .filter((rule) => rule.missing(known))
    .map(({ code }) => ({ code, about: null, zh: unknowns[code].zh, en: unknowns[code].en }));
  const withoutResult = openTargets(known);
  const awaited = new Set(withoutResult.map(({ about }) => about));
  // A target that waits for its result says already that no later figure is held.
  return [...missing, ...withoutResult, ...oldFigures(known).filter(({ about }) => !awaited.has(about))];
}

/** Targets whose period has ended, and of which no actual figure of the same measure, scope and end is held. */
function openTargets({ metrics, today }: Known): UnknownAnswer[] {
  return metrics
    .filter((it) => it.modality === "target")
    .filter((target) => {
      const end = endOfPeriod(target.period);
      if (end === "" || end >= today) return false;
      const answers = (it: Known["metrics"][number]) =>
        it.modality === "actual" &&
        it.name === target.name &&
        it.region === target.region &&
        it.product === target.product &&
        endOfPeriod(it.period) === end;
      return !metrics.some(answers);
    })
    .map(({ name, period }) => ({
      code: "target_without_result",
      about: name,
      zh: `“${name}”${period ?? ""}目标没有对应的实际结果`,
      en: `No result is held for the ${period ?? ""} target of “${measures[name]?.en ?? name}”`,
    }));
}

/** Actual figures of which the newest period ended so long ago that the next should be out: one for each series, whatever its basis. */
function oldFigures({ entity, metrics, today }: Known): UnknownAnswer[] {
  const newest = new Map<string, Known["metrics"][number]>();
  for (const it of metrics) {
    if (it.modality !== "actual" || it.period === undefined || !hasSeries(entity, it.name)) continue;
    const series = [it.name, it.region, it.product].join("|");
    if (endOfPeriod(it.period) > endOfPeriod(newest.get(series)?.period)) newest.set(series, it);
  }
  return [...newest.values()]
    .filter(({ period }) => monthsBetween(period as string, today) > figureDueMonths)
    .map(({ name, period }) => ({
      code: "no_later_figure",
      about: name,
      zh: `“${name}”最新为${period}，没有更新的数据`,
      en: `The newest “${measures[name]?.en ?? name}” is of ${period}; no later one is held`,
    }));
}
