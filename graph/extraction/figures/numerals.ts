const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 二十五 → 25, 百 → 100, 一千二百 → 1200; null for what is no numeral. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const power = powers[char];
    if (power !== undefined) {
      total += (digit ?? 1) * power;
      digit = null;
    } else if (digits[char] !== undefined) {
      if (digit !== null) return null;
      digit = digits[char] as number;
    } else return null;
  }
  return text ? total + (digit ?? 0) : null;
}

const multiples: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
  百: 1e2,
  十: 10,
};
/** Numerals in characters: 二十五, 八点七. */
export const hanNumber = "[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?";
export const multiple = "万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百|十";
export const multipleOf = (word: string | undefined): number => (word ? (multiples[word] ?? 1) : 1);

/** 1,621.5 · 171.97 · 三十五; null for what is no number. */
export function numberOf(text: string): number | null {
  const plain = text.replaceAll(/[,，]/g, "");
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const [whole = "", part] = text.split("点");
  const number = chineseNumber(whole);
  if (number === null || part === undefined) return number;
  const decimals = [...part].map((char) => digits[char]);
  return decimals.includes(undefined) ? null : Number(`${number}.${decimals.join("")}`);
}

/** Products like 1.1 × 1e8 without the noise of binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(15));
