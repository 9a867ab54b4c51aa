import { periodBounds } from "#graph/model/period.ts";

/** Whole months from the end of a date or period, as precise as it is, to an ISO date; 0 when it is not over yet. */
export function monthsBetween(from: string, to: string): number {
  const [end, until] = [periodBounds(from).end, periodBounds(to).end];
  const part = (day: string, start: number, to?: number): number => Number(day.slice(start, to));
  const months = (part(until, 0, 4) - part(end, 0, 4)) * 12 + part(until, 5, 7) - part(end, 5, 7);
  const isShort = part(until, 8) < part(end, 8) && !isLastOfMonth(until);
  return Math.max(0, months - (isShort ? 1 : 0));
}

const isLastOfMonth = (day: string): boolean => periodBounds(day.slice(0, 7)).end === day;
