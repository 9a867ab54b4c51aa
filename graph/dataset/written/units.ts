import { isUnit, type Unit } from "#graph/vocabulary/measures.ts";

interface Written {
  unit: Unit | null;
  /** Base units in one of the written ones. */
  factor: number;
}

const scales: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 1e2 };

/** Other ways of writing the vocabulary's units; no currency is converted. */
const spellings: Readonly<Record<string, Unit>> = {
  元: "CNY",
  圆: "CNY",
  人民币: "CNY",
  元人民币: "CNY",
  人民币元: "CNY",
  rmb: "CNY",
  "¥": "CNY",
  美元: "USD",
  $: "USD",
  us$: "USD",
  "%/年": "%/a",
  "吨/年": "t/a",
  吨: "t",
  "件/年": "pcs/a",
  "套/年": "pcs/a",
  "台/年": "pcs/a",
  "只/年": "pcs/a",
  "片/年": "pcs/a",
  "平方米/年": "m²/a",
  "㎡/年": "m²/a",
  "m2/a": "m²/a",
  "gwh/年": "GWh/a",
  "gwh/a": "GWh/a",
  mw: "MW",
  兆瓦: "MW",
  平方公里: "km²",
  平方千米: "km²",
  km2: "km²",
  项: "个",
  名: "人",
};
const multiples: Readonly<Record<string, { unit: Unit; factor: number }>> = {
  千瓦: { unit: "MW", factor: 1e-3 },
  kw: { unit: "MW", factor: 1e-3 },
  吉瓦: { unit: "MW", factor: 1e3 },
  gw: { unit: "MW", factor: 1e3 },
  公顷: { unit: "km²", factor: 0.01 },
  平方米: { unit: "km²", factor: 1e-6 },
  m2: { unit: "km²", factor: 1e-6 },
};

function unscaled(text: string): Written | null {
  if (text === "") return { unit: null, factor: 1 };
  if (isUnit(text)) return { unit: text, factor: 1 };
  const lower = text.toLowerCase();
  const unit = spellings[lower] ?? spellings[lower.replace(/^[¥￥$]/, "")];
  if (unit !== undefined) return { unit, factor: 1 };
  return multiples[lower] ?? null;
}

/**
 * A unit as people write it, with the factor to the base unit: `亿元` → CNY, 1e8; `万千瓦` → MW, 10; empty → no unit. Null when it is not
 * known. `perYear`: the figure was called a yearly one (年产), so 吨 means t/a.
 */
export function readUnit(text: string, { perYear = false }: { perYear?: boolean } = {}): Written | null {
  const written = text.normalize("NFKC").replace(/[\s()]/g, "");
  if (isUnit(text)) return { unit: text, factor: 1 };
  const yearly = perYear && !written.includes("/") ? unscaled(`${written}/年`) : null;
  const whole = yearly ?? unscaled(written);
  if (whole !== null) return whole;
  for (const [scale, factor] of Object.entries(scales)) {
    if (!written.startsWith(scale)) continue;
    const inner = readUnit(written.slice(scale.length), { perYear });
    if (inner !== null) return { unit: inner.unit, factor: factor * inner.factor };
  }
  return null;
}
