const dateline = /(20\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?/;
const labelled = /(?:发布时间|发布日期|时间|日期|来源[^\n]{0,20}?)[：:\s]*(20\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/;
const agency = /(?:讯|电|日电)[（(]?[^\n]{0,12}?(20\d{2})年(\d{1,2})月(\d{1,2})日|(20\d{2})年(\d{1,2})月(\d{1,2})日(?:讯|电)/;

/** A publication date that the text itself prints: labelled, in a dateline, or alone on a line. Dates inside sentences are not one. */
export function publishedIn(text: string): { value: string | null; basis: string | null } {
  const head = text.slice(0, 300);
  const found =
    labelled.exec(head) ?? agency.exec(head) ?? text.match(new RegExp(`^[\\s\\u3000]*${dateline.source}[^\\n\\u4e00-\\u9fff]{0,12}$`, "m"));
  if (!found) return { value: null, basis: null };
  const [year, month, day] = found.slice(1).filter((it) => it !== undefined) as string[];
  return { value: `${year}-${(month as string).padStart(2, "0")}-${(day as string).padStart(2, "0")}`, basis: "文中所印日期" };
}
