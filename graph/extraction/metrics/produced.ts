import type { Report } from "../report.ts";
import { continues, isElliptic, type Place } from "./context.ts";
import type { Measured } from "./measured.ts";
import { measureIn } from "./measures.ts";
import { nounBefore } from "./nouns.ts";
import { builtIn, subjectOf } from "./subjects.ts";

const byYear =
  /(?<![去今前明全半当上\d])年(?:可|均|综合)?(?:产(?!值)|处理|加工|回收|拆解|出|消化|消纳|利用|综合利用|冶炼|生产|储|供|发电)|每年|一年|产能|(?:生产|处理|加工|回收|冶炼|供应|配套|制造|储存)(?:[^，。；\d]{0,8})能力/;
const yearlyAhead = /年产(?!值)|年可产|年处理|产能/;
const capacityBehind = /^[^，。；、\d]{0,12}(?:生产|处理|加工|制造|回收|供应|年产)?(?:产能|能力)/;
/** 形成碳酸锂20万吨、电池25GWh的年产能: said once for the list. */
const capacityLater = /^[^，。；]{0,40}(?:年产能|产能|生产能力|加工能力)/;
const having = /形成|建成|拥有|具备|已有/;
const used = /使用|装车|装机|用电|消费|电量|需求|订单|储备|销|卖|供应量/;
const daily = /日产|日均|日处理|每天|每日|月产|月均|每月|单月/;
const made = /产量|出货|销量|发电量|用电量|耗电/;
/** 生产粗钢860万吨: made in a time that is over, if no 年产 stands before. */
const making =
  /(?<!(?<![去今前明全当])年)(?:生产|产出|产销|销售|卖出|售出|交付|卖|下线|出口|出货|处理|消耗|回收)(?:了|出)?[^，。；、\d]{0,12}$/;
/** Power that stands: of a place, reported at a date. */
const standing = /截至|并网|累计|已有|已建成|现有|全[市县省区]|达到?$/;
const meant = /规划|设计|拟|计划|预计|建设|年产/;

/** 年产锻件6万吨, 产能达30GWh, 产量12万吨, 装机容量: by the words beside the figure. */
export function producedAt(report: Report, place: Place, previous: Measured | null): Measured | null {
  const { figure, left, right, clauseText } = place;
  const { dimension, unit: base, yearly: perYear, factor } = figure.printed;
  const like = previous && (previous.unit === base || previous.unit === perYear) ? previous : null;
  const measure =
    measureIn(left, dimension) ??
    measureIn(right.slice(0, 8), dimension) ??
    (!like && isElliptic(report, place) ? measureIn(place.beforeText, dimension) : null);
  const inUnit = (unit: Measured["unit"]): number => (unit === "m²/a" ? figure.value / factor : figure.value);
  if (!measure && like && (continues(place) || isElliptic(report, place) || (like.capacity && isNextProduct(place))))
    return { ...like, value: inUnit(like.unit), rule: "elliptic" };
  if (daily.test(left)) return null;
  const subject = (measure === null || measure.name === "设计产能" ? builtIn(report, place) : null) ?? subjectOf(report, place);
  if (!subject) return null;
  const output = (measure !== null && made.test(measure.name)) || (measure === null && making.test(left) && !byYear.test(left));
  const yearly =
    figure.yearly ||
    byYear.test(left) ||
    capacityBehind.test(right) ||
    (having.test(clauseText) && capacityLater.test(report.text.slice(figure.end, place.clause.end))) ||
    (like?.capacity === true && yearlyAhead.test(clauseText));
  const stands =
    dimension === "power" &&
    !/产能/.test(left) &&
    ["Region", "Park", "Industry"].includes(subject.kind) &&
    standing.test(left) &&
    !meant.test(clauseText);
  const capacity =
    !output &&
    !stands &&
    (yearly ||
      (dimension === "energy" && !used.test(clauseText)) ||
      measure?.name === "设计产能" ||
      measure?.name === "装机容量" ||
      dimension === "power");
  const ofYear = output && (place.own === null || /^\d{4}$/.test(place.own.period ?? ""));
  const unit = perYear && (capacity || figure.yearly || ofYear || dimension === "energy") ? perYear : base;
  const noun = dimension === "pieces" && !measure && !output && !capacity ? nounBefore(report, place.leftStart, figure.start) : null;
  const name = noun ?? measured(output, capacity, place, measure?.name);
  if (name === "数量" && dimension === "pieces") return null;
  return {
    subject,
    name,
    unit,
    value: inUnit(unit),
    basis: null,
    flow: output || !capacity,
    outlay: false,
    capacity,
    rule: capacity ? "capacity" : "output",
  };
}

/** 年产磷酸铁锂12万吨、三元前驱体3万吨: the next product of the same list. */
const isNextProduct = ({ left }: Place): boolean => /^(?:、|和|及|，)[\u4e00-\u9fffA-Za-z0-9-]{2,10}$/.test(left) && !/[年今去]/.test(left);

function measured(output: boolean, capacity: boolean, { figure }: Place, printed: string | undefined): string {
  if (output) return printed ?? "产量";
  if (printed && printed !== "产能" && !/产能/.test(printed) && !capacity) return printed;
  if (figure.printed.dimension === "power") return printed === "设计产能" ? printed : "装机容量";
  return capacity ? "设计产能" : figure.printed.dimension === "pieces" ? "数量" : (printed ?? "数量");
}
