/** Full-width digits, letters and signs as their plain forms, blanks dropped: `２０２４ 年` → `2024年`. */
export const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").replaceAll("−", "-");

const digitOf: Readonly<Record<string, number>> = {
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
const placeOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** `二〇二四` → `2024`: digits one by one. Null when there is anything else. */
export function chineseDigits(text: string): string | null {
  const digits = [...text].map((character) => digitOf[character]);
  return digits.length > 0 && digits.every((digit) => digit !== undefined) ? digits.join("") : null;
}

/** `一百二十三` → 123, `十二` → 12, below ten thousand. Null when it is no such numeral. */
export function chineseNumeral(text: string): number | null {
  if (text === "") return null;
  let sum = 0;
  let digit: number | null = null;
  let lastPlace = 10_000;
  let afterZero = false;
  for (const character of text) {
    const place = placeOf[character];
    if (place !== undefined) {
      if (place >= lastPlace || (digit === null && !(place === 10 && sum === 0))) return null;
      sum += (digit ?? 1) * place;
      lastPlace = place;
      digit = null;
      afterZero = false;
      continue;
    }
    const value = digitOf[character];
    if (value === undefined || digit !== null) return null;
    digit = value === 0 ? null : value;
    afterZero ||= value === 0;
  }
  // 一百二 may mean 102 or 120.
  if (digit !== null && lastPlace >= 100 && lastPlace < 10_000 && !afterZero) return null;
  return sum + (digit ?? 0) || (text === "零" || text === "〇" ? 0 : null);
}
