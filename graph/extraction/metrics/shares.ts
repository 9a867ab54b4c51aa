import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import { continues, isElliptic, type Place } from "./context.ts";
import type { Measured } from "./measured.ts";
import { nounBefore } from "./nouns.ts";
import { portionName } from "./portions.ts";
import { ratioOf, withoutGrowth } from "./ratios.ts";
import { subjectOf } from "./subjects.ts";
import { byNoun } from "./unnamed.ts";

const growthName = /(?:年均)?增长率$/;
const trade = /(?:行业|产业|制造业|工业|业)$/;

/** What a percentage measures: growth, a share, a rate, a portion of things. */
export function shareAt(report: Report, place: Place, previous: Measured | null): Measured | null {
  const { figure, left, right, clause, leftStart } = place;
  const base = { unit: "%" as const, value: figure.value, basis: null, outlay: false, capacity: false, flow: true };
  const like = previous && (previous.unit === "%" || previous.unit === "%/a") ? previous : null;
  if (like && continues(place)) return { ...like, value: like.value < 0 ? -figure.value : figure.value, rule: "list-continued" };
  const portion = portionName(right);
  const holder = portion && !/[占率比]/.test(left) ? subjectOf(report, place) : null;
  if (portion && holder) return { ...base, subject: holder, name: portion, flow: false, rule: "portion" };
  const clauseLeft = report.text.slice(clause.start, figure.start);
  const ratio = ratioOf(/^翻|倍/.test(figure.raw) ? `${left}增长` : left, right, clauseLeft);
  const elliptic =
    like?.unit === figure.printed.unit && isElliptic(report, place) ? { ...like, value: figure.value, rule: "elliptic" } : null;
  if (!ratio) return elliptic ?? byNoun(report, place);
  const own = ratio.inherits ? nounBefore(report, leftStart, leftStart + withoutGrowth(left).length) : null;
  const inherited = (previous?.name ?? "").replace(growthName, "");
  const named = own === null || trade.test(own) ? inherited || (own ?? "") : own;
  if (ratio.inherits && named === "") return byNoun(report, place);
  const subject: Named | null =
    ratio.inherits && previous && own === null ? previous.subject : own && trade.test(own) ? industry(own) : subjectOf(report, place);
  return (
    subject && {
      ...base,
      subject,
      name: `${ratio.inherits ? named : ""}${ratio.name}`,
      unit: ratio.unit,
      value: figure.value * ratio.sign,
      basis: ratio.basis,
      rule: "ratio",
    }
  );
}

const industry = (name: string): Named => ({ kind: "Industry", name: name.replace(/^(?:分行业看|其中)/, ""), existing: null });
