/**
 * Radicals of the block CJK Radicals Supplement that have the shape of a whole simplified character, and that character
 * (Unicode, EquivalentUnifiedIdeograph). Compatibility normalisation knows only the Kangxi radicals.
 */
const supplement: Readonly<Record<string, string>> = {
  "⺟": "母",
  "⺠": "民",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻉": "贝",
  "⻋": "车",
  "⻐": "钅",
  "⻒": "镸",
  "⻓": "长",
  "⻔": "门",
  "⻘": "青",
  "⻙": "韦",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻢": "马",
  "⻣": "骨",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻧": "卤",
  "⻨": "麦",
  "⻩": "黄",
  "⻪": "黾",
  "⻬": "齐",
  "⻮": "齿",
  "⻰": "龙",
  "⻳": "龟",
  "⻁": "虎",
};
const disguised = /[\u2E80-\u2FD5\uF900-\uFAFF]/g;

/**
 * The characters that a text means where its radicals and compatibility ideographs only look like them: PDF writers name a glyph by
 * the first code that their font has for it, often 工 as the radical ⼯. One for one, so that offsets stay.
 */
export const plainIdeographs = (text: string): string => text.replace(disguised, (it) => supplement[it] ?? it.normalize("NFKC"));
