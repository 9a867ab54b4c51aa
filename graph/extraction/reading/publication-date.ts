/** When a document was published, as precise as it says, and where it says so. */
export interface Published {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  value: string;
  /** In our own words. */
  basis: string;
}

const written = String.raw`(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})(?:\s*(?:月|[-/.])\s*(\d{1,2})\s*日?|\s*月)`;
const clock = String.raw`(?:\s*T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\S{0,6})?`;
const weekday = String.raw`(?:\s*[（(]?星期[一二三四五六日天][）)]?)?`;
const origin = String.raw`(?:\s*(?:来源|作者|记者|编辑|责任编辑|责编|第?\s*[\dA-Z]{1,3}\s*版|字号|浏览|阅读|点击)[^。]{0,60})?`;

const labelled = new RegExp(String.raw`(?:发布|发表|刊发|刊登|出版|见报|发稿|成文|印发)(?:时间|日期)\s*[:：]?\s*${written}`);
const aloneOnLine = new RegExp(
  String.raw`^[\s　（(【\[]*(?:(?:来源|时间|日期)[:：]\s*\S{0,20}?\s*)?${written}${clock}${weekday}${origin}[\s　）)】\]]*$`,
);
/** 本报…3月5日讯 with its year before it; without a year it says no more than a day of some year. */
const dateline = new RegExp(
  String.raw`^[\s　]*(?:本报|本台|本网|新华社|中新社|人民网|央视网|记者)[^。，；\n]{0,30}?${written}\s*(?:讯|电|消息)`,
);

/** A written date in ISO form; null when there is no such day. */
function isoDate(year: string, month: string, day: string | undefined): string | null {
  const parts = [Number(year), Number(month), day === undefined ? 1 : Number(day)] as const;
  const at = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]));
  const exists = at.getUTCMonth() === parts[1] - 1 && at.getUTCDate() === parts[2] && parts[0] >= 1900 && parts[0] < 2100;
  if (!exists) return null;
  const iso = at.toISOString().slice(0, 10);
  return day === undefined ? iso.slice(0, 7) : iso;
}

/** The first written date of a piece of metadata: `2024-03-05T08:00:00+08:00` → 2024-03-05. */
export function dateIn(text: string): string | null {
  const found = new RegExp(written).exec(text);
  return found === null ? null : isoDate(found[1] as string, found[2] as string, found[3]);
}

/** Lines at either end of a text where its date may stand. */
const linesAtStart = 15;
const linesAtEnd = 6;

/**
 * The publication date that a text gives for itself: a label with a date, a line that is nothing but a date (and its source), or a
 * dateline with a year, near its start or end. Dates in running text are never one. Two lines that disagree leave it open: null.
 */
export function publishedIn(text: string): Published | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const edge = lines.length <= linesAtStart + linesAtEnd ? lines : [...lines.slice(0, linesAtStart), ...lines.slice(-linesAtEnd)];
  const rules = [
    { pattern: labelled, basis: "文中标明的发布日期" },
    { pattern: dateline, basis: "文首电头的日期" },
    { pattern: aloneOnLine, basis: "文中单列一行的日期" },
  ];
  for (const { pattern, basis } of rules) {
    const dates = edge.flatMap((line) => {
      const found = pattern.exec(line);
      return found === null ? [] : [isoDate(found[1] as string, found[2] as string, found[3])];
    });
    const told = new Set(dates.filter((it) => it !== null));
    if (told.size === 1) return { value: [...told][0] as string, basis };
    if (told.size > 1) return null;
  }
  return null;
}
