import { z } from "zod";

const single = /^\d{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?$/;

const isPeriod = (text: string): boolean => {
  const parts = text.split("/");
  return parts.length <= 2 && parts.every((part) => single.test(part));
};

/** `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-MM`, `YYYY-MM-DD`, or two of them as `start/end`. */
export const period = z.string().refine(isPeriod, { error: "a period is YYYY, YYYY-Q1, YYYY-H1, YYYY-MM or start/end" });

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as the source. */
export const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, { error: "a date is YYYY, YYYY-MM or YYYY-MM-DD" });

const lastDayOfMonth = (year: number, month: number): string => String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0");

const bounds = (text: string): { start: string; end: string } => {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(5);
  const months =
    rest === ""
      ? [1, 12]
      : rest[0] === "Q"
        ? [Number(rest[1]) * 3 - 2, Number(rest[1]) * 3]
        : rest === "H1"
          ? [1, 6]
          : rest === "H2"
            ? [7, 12]
            : null;
  if (months === null) {
    if (rest.length > 2) return { start: text, end: text };
    const month = Number(rest);
    return { start: `${text}-01`, end: `${text}-${lastDayOfMonth(year, month)}` };
  }
  const [first, last] = months as [number, number];
  return {
    start: `${year}-${String(first).padStart(2, "0")}-01`,
    end: `${year}-${String(last).padStart(2, "0")}-${lastDayOfMonth(year, last)}`,
  };
};

/** First and last day of a period, as ISO dates: `2024-Q1` → 2024-01-01, 2024-03-31. */
export function periodBounds(text: string): { start: string; end: string } {
  const [first, last] = text.split("/") as [string, string?];
  return { start: bounds(first).start, end: bounds(last ?? first).end };
}
