const same: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "—": "-",
  "–": "-",
  "－": "-",
  "％": "%",
  "＋": "+",
  "“": '"',
  "”": '"',
  "　": " ",
};
const different = /[（）—–－％＋“”　]/g;

/** One spelling for marks that are printed in several ways. Keeps the length, so offsets stay true. */
export const normalised = (text: string): string => text.replace(different, (char) => same[char] as string);
