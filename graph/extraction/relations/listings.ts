import type { Report } from "../report.ts";

const went =
  /^(?:公司)?(?:日前|近日|成功|正式|今年|去年|\s)*在([\u4e00-\u9fff]{2,8}?)(?:证券交易所|交易所)?(?:主板|创业板|科创板|纳斯达克)?(?:成功|正式|挂牌|首发)*上市/;
const denied = /拟|计划|筹备|力争|推动|支持|冲刺|辅导|申请/;

/** A firm that went public: the event, who and where. */
export function readListings(report: Report): void {
  for (const firm of report.mentions) {
    if (firm.kind !== "Company") continue;
    const match = went.exec(report.text.slice(firm.end, firm.end + 36));
    const sentence = report.sentences.find((it) => it.start <= firm.start && firm.end <= it.end);
    if (!match || !sentence || denied.test(match[0])) continue;
    const span = { start: firm.start, end: firm.end + match[0].length };
    const event = { kind: "Event" as const, name: `${firm.name}在${match[1]}上市` };
    report.relate({
      subject: event,
      predicate: "INVOLVES",
      object: firm,
      status: "stated",
      confidence: 1,
      ...span,
      properties: { role: "上市企业" },
      rule: "went-public",
    });
    const place = report.mentions.find((it) => it.kind === "Region" && it.start >= firm.end && it.end <= span.end);
    if (place)
      report.relate({
        subject: event,
        predicate: "LOCATED_IN",
        object: place,
        status: "stated",
        confidence: 1,
        ...span,
        rule: "went-public",
      });
  }
}
