import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import type { Place } from "./context.ts";
import { homeEntity } from "./context.ts";
import type { Measured } from "./measured.ts";

const sized = /规模|首期|总额|设立|组建|成立|发起|注资|母基金|基金/;
const paid = /出资(?:额|共|合计|分别|约|达|各)*$/;
const behind = /^(?:规模)?的?[\u4e00-\u9fff“”"\d]{0,22}?基金/;
const spent = /投放|投出|撬动|带动|投向|投资额|奖励|补助|贷款|授信|投资(?:[^，]{0,10})项目|完成投资|返投|退出/;

/** Size of a fund, or what is paid into it (设立总规模50亿元的引导基金, 首期2亿元); null where the figure is of something else. */
export function fundAt(report: Report, { figure, left, right, sentence, clause }: Place): Measured | null {
  if (figure.printed.dimension !== "money") return null;
  const said = report.text.slice(sentence.start, figure.start);
  const named = behind.test(right);
  if (spent.test(left) || (!named && !/基金/.test(said)) || (!named && !sized.test(left) && !paid.test(left))) return null;
  if (!named && /投资(?!基金)|收入|产值|利润|资金(?!规模)/.test(left.slice(-10))) return null;
  const subject: Named | null =
    report.mentions.find((it) => it.kind === "Fund" && it.start >= figure.start && it.end <= clause.end) ??
    report.mentions.findLast((it) => it.kind === "Fund" && it.start >= sentence.start && it.end <= figure.start) ??
    homeEntity(report);
  if (!subject) return null;
  return {
    subject,
    name: paid.test(left) ? "出资额" : /首期/.test(left) ? "首期规模" : "基金规模",
    unit: figure.printed.unit,
    value: figure.value,
    basis: null,
    flow: true,
    outlay: false,
    capacity: false,
    fund: true,
    rule: "fund",
  };
}
