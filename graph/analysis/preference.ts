import { type Reliability, reliabilities, reliabilityOrder } from "#graph/vocabulary/marks.ts";

/** What decides between claims that exclude each other, as answers carry it. */
export interface Claim {
  readonly id: string;
  readonly rank: string;
  /** Fields that the store set itself. */
  readonly derived: readonly string[];
  readonly modality?: string;
  readonly validFrom?: string | undefined;
  readonly confidence: number;
  readonly assertedAt: string | null;
  readonly evidence: readonly { readonly reliability: Reliability }[];
}

export interface Reason {
  readonly code: "follows" | "ranked" | "actual" | "reliability" | "later" | "confidence" | "order";
  readonly zh: string;
  readonly en: string;
}

const isRankedBySource = ({ rank, derived }: Claim): boolean => rank === "preferred" && !derived.includes("rank");
/** As good as the best of its documents. */
export const reliabilityOf = ({ evidence }: Pick<Claim, "evidence">): Reliability | null =>
  reliabilityOrder.findLast((one) => evidence.some(({ reliability }) => reliability === one)) ?? null;
const classOf = (it: Claim): number => reliabilityOrder.indexOf(reliabilityOf(it) ?? "low");

/**
 * Why the first of two claims stands before the second; null when it does not. In this order: it holds since the other ended, a source
 * ranks it itself, an actual figure before a forecast, the better class of source, the later word, the surer one; what nothing tells apart
 * goes by its id. Rule: `model.md` section 7.
 */
export function whyPreferred(better: Claim, other: Claim): Reason | null {
  const [begins, began] = [better.validFrom ?? "", other.validFrom ?? ""];
  if (begins !== began)
    return begins > began
      ? { code: "follows", zh: `自 ${begins} 起接替前者`, en: `It has held since ${begins}, in place of the other` }
      : null;
  if (isRankedBySource(better) !== isRankedBySource(other))
    return isRankedBySource(better) ? { code: "ranked", zh: "来源自己标为首选", en: "Its source ranks it first" } : null;
  if (isForecast(better) !== isForecast(other))
    return isForecast(better) ? null : { code: "actual", zh: "实际数先于预计数", en: "An actual figure stands before a forecast" };
  if (classOf(better) !== classOf(other)) return classOf(better) > classOf(other) ? moreReliable(better, other) : null;
  const [said, before] = [better.assertedAt ?? "", other.assertedAt ?? ""];
  if (said !== before) return said > before ? later(better.assertedAt as string, other.assertedAt) : null;
  if (better.confidence !== other.confidence)
    return better.confidence > other.confidence
      ? {
          code: "confidence",
          zh: `置信度更高（${better.confidence} 高于 ${other.confidence}）`,
          en: `It is the surer one (${better.confidence} against ${other.confidence})`,
        }
      : null;
  return better.id < other.id
    ? { code: "order", zh: "两者不分先后，按编号取其一", en: "Nothing tells them apart; the first by id is shown" }
    : null;
}

const isForecast = ({ modality }: Claim): boolean => modality !== undefined && modality !== "actual";

function moreReliable(better: Claim, other: Claim): Reason {
  const [high, low] = [reliabilities[reliabilityOf(better) ?? "low"], reliabilities[reliabilityOf(other) ?? "low"]];
  return {
    code: "reliability",
    zh: `来源更可靠（${high.zh}，另一个为${low.zh}）`,
    en: `Its source is more reliable (${high.en} against ${low.en})`,
  };
}

const later = (said: string, before: string | null): Reason => ({
  code: "later",
  zh: before === null ? `有文档日期（${said}），另一个没有` : `后说为准（${said}，另一个为${before}）`,
  en: before === null ? `Its document is dated (${said}), the other is not` : `The later word counts (${said} against ${before})`,
});

/** The preferred one first. */
export const byPreference = (a: Claim, b: Claim): number => (a.id === b.id ? 0 : whyPreferred(a, b) === null ? 1 : -1);
