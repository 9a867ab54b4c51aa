import type { Modality } from "#graph/vocabulary/marks.ts";
import type { Span } from "../extraction.ts";
import type { TimeMark } from "../figures/periods.ts";
import type { Report } from "../report.ts";

/** A time that a comparison names (比上年, 较去年同期) is not the figure's own. */
const compared = /(?:比|较|与|同|相当于|超)$/;

export function ownTimes(report: Report, { start, end }: Span): TimeMark[] {
  return report.times.filter(
    (it) =>
      it.start >= start &&
      it.end <= end &&
      !compared.test(report.text.slice(Math.max(0, it.start - 3), it.start)) &&
      !/^(?:同期|相比|的)?(?:同期)/.test(report.text.slice(it.end, it.end + 3)),
  );
}

const oneYear = (period: string): string => period.slice(0, 4);

/** 2024-Q1 → 2023-Q1: the same period a year before. */
export const yearBefore = (period: string): string =>
  period
    .split("/")
    .map((part) => `${Number(part.slice(0, 4)) - 1}${part.slice(4)}`)
    .join("/");

interface WhenInput {
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
  readonly inName: boolean;
}

/** The period of a figure; null where nothing tells it. Rules: model.md section 4. */
export function periodOf(
  report: Report,
  { modality, own, carried, outlay, yearlyRate, flow, planYears, inName }: WhenInput,
): string | null {
  const year = report.year;
  switch (modality) {
    case "design_capacity":
      return inName ? null : (year ?? null);
    case "plan":
      if (own?.period && !own.future && !outlay) return own.period;
      return outlay && own?.period && oneYear(own.period) === year && !own.until
        ? oneYear(own.period)
        : own?.future && !outlay
          ? own.period
          : planYears && !outlay
            ? planYears
            : year;
    case "target": {
      const end = own?.period ?? carried?.period ?? null;
      if (yearlyRate) return planYears ?? (end?.includes("/") ? end : end && year && oneYear(end) > year ? `${year}/${oneYear(end)}` : end);
      return end?.includes("/") && own?.period === undefined ? end : end;
    }
    case "forecast":
      return own?.period ?? null;
    default:
      if (own?.period) return own.period;
      if (carried?.period && flow && !carried.future) return carried.period;
      return year;
  }
}
