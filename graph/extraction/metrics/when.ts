import type { Modality } from "#graph/vocabulary/marks.ts";
import type { Span } from "../extraction.ts";
import { isCompared, type TimeMark } from "../figures/periods.ts";
import type { Report } from "../report.ts";

/** Times in a span that are a figure's own, not what it is compared with. */
export function ownTimes(report: Report, { start, end }: Span): TimeMark[] {
  return report.times.filter(
    (it) => it.start >= start && it.end <= end && !isCompared(report.text, it.start, it.end) && !isFounding(report.text, it),
  );
}

/** 项目于2022年3月开工，: a step of a project, said for itself. */
const step =
  /^(?:正式|破土|全面|顺利|建成)?(?:开工|动工|启动|投产|竣工|奠基|立项|试产|点火|建成|落地|签约|投运)(?:建设|投产|试产|运营|落户)?[，。；]/;
const foundedIn = /(?:成立|创立|创办|创建|始建|建|诞生|落户|投产|上市|注册|起步|组建)于$/;
const founded = /^(?:正式)?(?:成立|落户|注册|创办|创立|组建|搬迁|迁入|建厂|上市(?!公司)|起步|投产以来|入驻)/;

/** 成立于2012年: when a thing began dates nothing that is said of it. */
const isFounding = (text: string, { start, end, relative }: TimeMark): boolean =>
  (/[于自]$/.test(text.slice(Math.max(0, start - 1), start)) && step.test(text.slice(end, end + 8))) ||
  (!relative && (foundedIn.test(text.slice(Math.max(0, start - 4), start)) || founded.test(text.slice(end, end + 6))));

/** 由2020年的35.2%: the time that a change starts from dates one figure only. */
export const isOrigin = (report: Report, { start }: TimeMark): boolean =>
  /(?:由|从)[^，。；\d]{0,6}$/.test(report.text.slice(Math.max(0, start - 8), start));

const heads = /(?:^|[。！？\n；：”])[^。！？\n；：，\d]{0,8}$/;
const clauseHeads = /(?:^|[。！？\n；：”，])[^。！？\n；：，、\d]{0,4}$/;
const gathering = /^[^，。；]{0,24}(?:举行|召开|开幕|举办|公告|披露|发布|公布|集中|签约|通报|印发)/;

/** A time that dates what follows it: a year or a part of it before a clause, a day or month before a sentence or with what was held on it. */
export function isFrame(report: Report, { start, end, period }: TimeMark): boolean {
  const words = report.text.slice(Math.max(0, start - 12), start);
  if (heads.test(words)) return true;
  if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(period ?? "")) return clauseHeads.test(words);
  return gathering.test(report.text.slice(end, end + 30));
}

const oneYear = (period: string): string => period.slice(0, 4);
const isYear = (period: string): boolean => period.length === 4;
const isYears = (period: string): boolean => /^\d{4}\/\d{4}$/.test(period);

/** 2024-Q1 → 2023-Q1: the same period a year before. */
export const yearBefore = (period: string): string =>
  period
    .split("/")
    .map((part) => `${Number(part.slice(0, 4)) - 1}${part.slice(4)}`)
    .join("/");

export interface WhenInput {
  readonly clause: string;
  /** From the figure before, or the clause's beginning, to this figure. */
  readonly left: string;
  readonly modality: Modality;
  /** Named in the figure's own sentence, nearest before it. */
  readonly own: TimeMark | null;
  /** Named earlier in the paragraph, else in the text. */
  readonly carried: TimeMark | null;
  readonly sameParagraph: boolean;
  readonly outlay: boolean;
  /** 年度计划投资: of one year, not the total of what was begun. */
  readonly annual: boolean;
  readonly yearlyRate: boolean;
  readonly flow: boolean;
  /** The years of the plan that the target belongs to: `2023/2026`. */
  readonly planYears: string | null;
  /** 目前, 截至目前: as of the document's date. */
  readonly snapshot: boolean;
  readonly everyYear: boolean;
  /** The document is of the first months of its year: what it wants without a time is wanted of this year. */
  readonly early: boolean;
  /** 2023年度省级…: the year in a title. */
  readonly inTitle: string | null;
  /** Of the figure before in the same sentence. */
  readonly before: string | null;
}

/** The period of a figure; null where nothing tells it. Rules: model.md section 4. */
export function periodOf(report: Report, input: WhenInput): string | null {
  const { modality, own, carried, outlay, yearlyRate, planYears, everyYear } = input;
  const year = report.year;
  switch (modality) {
    case "design_capacity":
      return year;
    case "plan":
      if (everyYear && planYears) return planYears;
      if (outlay) return own?.period && !own.period.includes("/") ? planned(oneYear(own.period), input, year) : year;
      return own?.period && !own.until ? byMonth(own.period) : year;
    case "target": {
      const now = carried && (carried.future || (input.sameParagraph && carried.period === year)) ? carried.period : null;
      const end = own?.period ?? now ?? (input.early && /新增|净增|新引进|新开工|新签/.test(input.clause) ? year : null);
      if (!yearlyRate) return end && byMonth(end);
      return planYears ?? (end && year && !end.includes("/") && oneYear(end) > year ? `${year}/${oneYear(end)}` : end);
    }
    case "forecast":
      return own?.period ? byMonth(own.period) : null;
    default:
      return resultPeriod(report, input);
  }
}

/** A total belongs to the document's year, or to a later one; what is planned for a year to that year. */
const planned = (own: string, { annual }: WhenInput, year: string | null): string => (annual || year === null || own > year ? own : year);

function resultPeriod(report: Report, { own, carried, flow, snapshot, sameParagraph, left, ...input }: WhenInput): string | null {
  const year = report.year;
  if (input.inTitle) return input.inTitle;
  if (own?.period && !own.future) return withinYears(own.period, left, { flow, yearlyRate: input.yearlyRate });
  if (snapshot) return year;
  if (input.before && year && oneYear(input.before) < year) return input.before;
  if (!carried?.period || carried.future) return year;
  if (flow) return byMonth(carried.period);
  return sameParagraph && isYear(carried.period) ? carried.period : year;
}

const start = /(?:由|从)[^，。；\d]{0,10}$/;
const finish = /(?:增加|增长|提高|提升|扩大|上升|发展|跃升|攀升|壮大|下降|降低|回落|增|升|降|跃|扩)(?:到|至)[^，。；\d]{0,4}$/;

/** Over several years a sum or a rate is of all of them, a level of the last, and what a change starts from of the one before. */
function withinYears(period: string, left: string, { flow, yearlyRate }: { flow: boolean; yearlyRate: boolean }): string {
  if (!isYears(period)) return byMonth(period);
  const [first, last] = period.split("/") as [string, string];
  if (start.test(left)) return String(Number(first) - 1);
  if (finish.test(left) || (!flow && !yearlyRate && !/累计|新增|净增|共/.test(left))) return last;
  return period;
}

/** A figure is of a month at the finest: 2024-05-20 → 2024-05. */
const byMonth = (period: string): string =>
  period
    .split("/")
    .map((part) => (/^\d{4}-\d\d-\d\d$/.test(part) ? part.slice(0, 7) : part))
    .join("/");

/** The years of the plan named last: 2023/2026. */
export function planYears(report: Report, at: number): string | null {
  const plan =
    report.mentions.findLast((it) => it.kind === "Policy" && it.end <= at && /20\d\d\D{1,3}20\d\d/.test(report.slice(it))) ?? null;
  const years = plan && /(20\d\d)\D{1,3}(20\d\d)/.exec(report.slice(plan));
  return years ? `${years[1]}/${years[2]}` : null;
}
