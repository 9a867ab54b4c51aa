import type { EntityAnswer, MetricAnswer, UnknownAnswer } from "#graph/model/api-answers.ts";
import { periodBounds } from "#graph/model/period.ts";
import { weakConfidence } from "#graph/vocabulary/marks.ts";
import { measures } from "#graph/vocabulary/measures.ts";

export interface Known {
  entity: Pick<EntityAnswer["entity"], "kind" | "collective" | "attributes">;
  degrees: EntityAnswer["degrees"];
  metrics: readonly Pick<MetricAnswer, "name" | "modality" | "period" | "basis" | "region" | "product">[];
  statements: readonly Pick<EntityAnswer["statements"][number], "status" | "confidence" | "evidence">[];
  /** ISO date. */
  today: string;
}

type Code = UnknownAnswer["code"];
interface Rule {
  code: Code;
  zh: string;
  en: string;
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
    zh: "没有来源说明链主或龙头企业",
    en: "No source says which company leads it",
    missing: (it) => is(it, "IndustrialChain", "IndustryCluster") && single(it) && !has(it, "LEADS_CHAIN", "in"),
  },
  {
    code: "no_leader",
    zh: "没有来源说明链长",
    en: "No source names the official in charge (链长)",
    missing: (it) => is(it, "IndustrialChain") && single(it),
  },
  {
    code: "no_member",
    zh: "没有来源说明其成员",
    en: "No source names a member",
    missing: (it) =>
      is(it, "IndustrialChain", "IndustryCluster") &&
      !has(it, "PART_OF_CHAIN", "in") &&
      !has(it, "MEMBER_OF", "in") &&
      !has(it, "LEADS_CHAIN", "in"),
  },
  {
    code: "no_supplier",
    zh: "没有来源说明供应商",
    en: "No source names a supplier",
    missing: (it) => is(it, "Company") && single(it) && !has(it, "SUPPLIES", "in"),
  },
  {
    code: "no_owner",
    zh: "没有来源说明所有制或上级企业",
    en: "No source says who owns it",
    missing: (it) =>
      is(it, "Company") &&
      single(it) &&
      it.entity.attributes.ownership === undefined &&
      !has(it, "OWNS", "in") &&
      !has(it, "SUBSIDIARY_OF", "out"),
  },
  {
    code: "no_revenue",
    zh: "没有来源给出实际营业收入",
    en: "No source gives its actual revenue",
    missing: (it) => is(it, "Industry") && !it.metrics.some((metric) => metric.name === "营业收入" && metric.modality === "actual"),
  },
  {
    code: "no_state",
    zh: "没有来源说明项目状态",
    en: "No source says how far the project is",
    missing: (it) => is(it, "Project") && single(it) && (it.entity.attributes.state ?? "unknown") === "unknown",
  },
  {
    code: "no_location",
    zh: "没有来源说明项目地点",
    en: "No source says where the project is",
    missing: (it) =>
      is(it, "Project") && single(it) && !has(it, "LOCATED_IN", "out") && !has(it, "HOSTS", "in") && !has(it, "ATTRACTS", "in"),
  },
  {
    code: "no_builder",
    zh: "没有来源说明建设单位",
    en: "No source says who builds it",
    missing: (it) => is(it, "Project") && single(it) && !has(it, "BUILDS", "in"),
  },
  {
    code: "single_weak_source",
    zh: "仅由一个低可靠来源或弱推断支持",
    en: "Rests on a single source of low reliability, or on weak inference alone",
    missing: restsOnWeakGround,
  },
];

/** What the store does not hold of an entity and a reader would look for. Pure: the same knowledge gives the same list. */
export function unknownOf(known: Known): UnknownAnswer[] {
  const missing = rules.filter((rule) => rule.missing(known)).map(({ code, zh, en }) => ({ code, zh, en }));
  return [...missing, ...openTargets(known)];
}

function restsOnWeakGround({ statements }: Known): boolean {
  if (statements.length === 0) return false;
  const evidence = statements.flatMap((it) => it.evidence);
  const oneLow = new Set(evidence.map((it) => it.document)).size === 1 && evidence[0]?.reliability === "low";
  return oneLow || statements.every((it) => it.status === "inferred" && it.confidence < weakConfidence);
}

/** Targets whose period has ended, and of which no actual figure of the same measure, scope and end is held. */
function openTargets({ metrics, today }: Known): UnknownAnswer[] {
  const endOf = (period: string | undefined) => (period === undefined ? null : periodBounds(period).end);
  return metrics
    .filter((it) => it.modality === "target")
    .filter((target) => {
      const end = endOf(target.period);
      if (end === null || end >= today) return false;
      const answers = (it: Known["metrics"][number]) =>
        it.modality === "actual" &&
        it.name === target.name &&
        it.region === target.region &&
        it.product === target.product &&
        endOf(it.period) === end;
      return !metrics.some(answers);
    })
    .map(({ name, period }) => ({
      code: "target_without_result",
      zh: `“${name}”${period ?? ""}目标没有对应的实际结果`,
      en: `No result is held for the ${period ?? ""} target of ${measures[name]?.en ?? name}`,
    }));
}
