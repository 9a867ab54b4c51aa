import { periodBounds } from "#graph/model/period.ts";

/** What a relative time of a text is resolved against. */
export interface Clock {
  /** Date of the document; null when it is unknown. */
  readonly published: string | null;
  /** Year named last in this sentence. */
  sentenceYear: number | null;
  /** Year named last before this sentence. */
  earlierYear: number | null;
  /** `YYYY-MM` that a date of this paragraph named last. */
  month: string | null;
  /** Words right before and after the time that is being read. */
  ahead: string;
  behind: string;
}

export const yearOf = (published: string | null): number | null => (published ? Number(published.slice(0, 4)) : null);
const monthOf = (published: string | null): number | null => (published && published.length >= 7 ? Number(published.slice(5, 7)) : null);

const wanted = /力争|争取|确保|计划|预计|目标|将|拟|有望|要|到|至|提出|安排|努力|预期/;
const wantedBehind = /^(?:底前?|前|末|力争|争取|将|计划|预计|要|确保|拟|有望|目标|预期)/;
const isWanted = ({ ahead, behind }: Clock): boolean => wanted.test(ahead) || wantedBehind.test(behind);

/** The year of a month, quarter or half that is named alone: the sentence's, else the document's unless that would lie ahead of it. */
export function yearFor(clock: Clock, periodIn: (year: number) => string): number | null {
  const { published, sentenceYear, earlierYear } = clock;
  if (sentenceYear !== null) return sentenceYear;
  const now = yearOf(published);
  if (now === null || published === null) return earlierYear;
  const period = periodIn(now);
  const { start, end } = periodBounds(period);
  const latest = periodBounds(published).end;
  const unfinished = period.length > 7 || !/-\d\d$/.test(period) ? end > latest && monthsLeft(end, latest) > 1 : start > latest;
  return unfinished && !isWanted(clock) ? (earlierYear !== null && earlierYear < now ? earlierYear : now - 1) : now;
}

/** Months from one ISO date to a later one. */
const monthsLeft = (end: string, latest: string): number =>
  (Number(end.slice(0, 4)) - Number(latest.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(latest.slice(5, 7));

/** 全年: of the year that the text speaks of; in the first months of a year the one that is over, unless more is wanted of it. */
export function wholeYear(clock: Clock): number | null {
  const { published, sentenceYear, earlierYear } = clock;
  if (sentenceYear !== null) return sentenceYear;
  const now = yearOf(published);
  if (now === null) return earlierYear;
  const month = monthOf(published);
  return month !== null && month <= 3 && !isWanted(clock) ? (earlierYear ?? now - 1) : now;
}

/** Years that a count tells: 未来三年, and 近五年, which holds the document's own year where that is nearly over. */
export function countedYears({ published }: Clock, count: number, direction: 1 | -1): string | null {
  const now = yearOf(published);
  if (now === null || count === 0) return null;
  const last = direction > 0 ? now + count - 1 : (monthOf(published) ?? 1) >= 11 ? now : now - 1;
  const first = direction > 0 ? now : last - count + 1;
  return first === last ? String(first) : `${first}/${last}`;
}

/** The month of a day that is named alone: the one named last, else the document's; the month before where the day has not come yet. */
export function monthForDay({ published, month }: Clock, day: number): string | null {
  if (month !== null) return month;
  if (!published || published.length < 7) return null;
  if (published.length < 10 || day <= Number(published.slice(8, 10))) return published.slice(0, 7);
  const [year, ownMonth] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  return ownMonth === 1 ? `${year - 1}-12` : `${year}-${String(ownMonth - 1).padStart(2, "0")}`;
}

/** Whether a period lies ahead of the document's date: it begins later, or is an end (`until`) that has not come. */
export function isAhead(period: string, published: string | null, until: boolean): boolean {
  if (published === null) return false;
  const { start, end } = periodBounds(period);
  const latest = periodBounds(published).end;
  if (start > latest) return true;
  if (period.includes("/") && period.length === 9) return end.slice(0, 4) > latest.slice(0, 4);
  return until && (end > latest || (published.length === 4 && end.slice(0, 4) === published));
}
