import type { Modality } from "#graph/vocabulary/marks.ts";
import type { Span } from "../extraction.ts";
import { isCompared, type TimeMark } from "../figures/periods.ts";
import type { Report } from "../report.ts";

/** Times in a span that are a figure's own, not what it is compared with. */
export function ownTimes(report: Report, { start, end }: Span): TimeMark[] {
  return report.times.filter((it) => it.start >= start && it.end <= end && !isCompared(report.text, it.start, it.end));
}

const oneYear = (period: string): string => period.slice(0, 4);

/** 2024-Q1 → 2023-Q1: the same period a year before. */
export const yearBefore = (period: string): string =>
  period
    .split("/")
    .map((part) => `${Number(part.slice(0, 4)) - 1}${part.slice(4)}`)
    .join("/");

export interface WhenInput {
  readonly clause: string;
  readonly modality: Modality;
  /** Named in the figure's own sentence, nearest before it. */
  readonly own: TimeMark | null;
  /** Named earlier in the paragraph. */
  readonly carried: TimeMark | null;
  readonly outlay: boolean;
  readonly yearlyRate: boolean;
  readonly flow: boolean;
  /** The years of the plan that the target belongs to: `2023/2026`. */
  readonly planYears: string | null;
  /** 目前, 截至目前: as of the document's date. */
  readonly snapshot: boolean;
  readonly everyYear: boolean;
  /** 2023年度省级…: the year in a title. */
  readonly inTitle: string | null;
  /** Of the figure before in the same sentence. */
  readonly before: string | null;
}

/** The period of a figure; null where nothing tells it. Rules: model.md section 4. */
export function periodOf(report: Report, input: WhenInput): string | null {
  const { modality, own, carried, outlay, yearlyRate, flow, planYears, snapshot, everyYear } = input;
  const year = report.year;
  switch (modality) {
    case "design_capacity":
      return year;
    case "plan":
      if (everyYear && planYears) return planYears;
      if (outlay) return own?.period && !own.until && !own.period.includes("/") ? oneYear(own.period) : year;
      return own?.period && !own.until ? byMonth(own.period) : year;
    case "target": {
      const end = own?.period ?? (carried?.future ? carried.period : null);
      if (!yearlyRate) return end && byMonth(end);
      return planYears ?? (end && year && !end.includes("/") && oneYear(end) > year ? `${year}/${oneYear(end)}` : end);
    }
    case "forecast":
      return /[达满投]产后|建成后|运营后/.test(input.clause) ? null : own?.period ? byMonth(own.period) : null;
    default:
      if (own?.period && !own.future) return byMonth(own.period);
      if (input.inTitle) return input.inTitle;
      if (snapshot) return report.published?.slice(0, 7) ?? null;
      if (input.before && year && oneYear(input.before) < year) return input.before;
      return carried?.period && flow && !carried.future ? byMonth(carried.period) : year;
  }
}

/** A figure is of a month at the finest: 2024-05-20 → 2024-05. */
const byMonth = (period: string): string =>
  period
    .split("/")
    .map((part) => (/^\d{4}-\d\d-\d\d$/.test(part) ? part.slice(0, 7) : part))
    .join("/");
