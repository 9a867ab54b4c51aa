import type { Operator } from "#graph/vocabulary/marks.ts";

/** Words before a number that bound it. 约 also ends 签约, 履约…: there it is no word of its own. */
const bounds =
  "累计超过?|不超过|不超|超过|超出|超|突破|冲破|逾|高于|多于|大于|越过|跨越|跨过|迈过|站上|冲上|不低于|不少于|不下于?|至少|最少|(?<![签合履契节制集预邀特续解条])约为?|大约|大概|近|接近|将近|临近|不足|不到|不满|低于|少于|小于|至多|最多|达到近";
const ahead = new RegExp(`(?<before>${bounds})(?:达到?)?$`);
const longestBound = 7;

/** The bound that stands right before a number, and where it begins; null where none does. */
export function boundBefore(text: string, at: number): { before: string; start: number } | null {
  const match = ahead.exec(text.slice(Math.max(0, at - longestBound), at));
  if (match?.groups?.before) return { before: match.groups.before, start: at - match[0].length };
  const over = text[at - 1] === "上" && text[at - 2] !== "以" && /[百千万]/.test(text[at] ?? "");
  return over ? { before: "上", start: at - 1 } : null;
}

const operators: readonly [cue: RegExp, op: Operator][] = [
  [/不低于|不少于|不下|至少|最少/, ">="],
  [/不超|至多|最多/, "<="],
  [/超|突破|冲破|逾|高于|多于|大于|越过|跨|迈过|站上|冲上|上$/, ">"],
  [/不足|不到|不满|低于|少于|小于/, "<"],
  [/约|近|大概/, "≈"],
];
const behind: readonly [cue: RegExp, op: Operator][] = [
  [/以上/, ">="],
  [/以内|以下/, "<="],
  [/左右|上下|水平/, "≈"],
];

/** What the words around a number make of it: 超, 以上, 左右, 余 … are meaning, no noise. `rounded`: 余, 多 or 有余 stands with it. */
export function operatorOf({ before = "", after = "", rounded = false }: { before?: string; after?: string; rounded?: boolean }): Operator {
  return (
    behind.slice(0, 2).find(([cue]) => cue.test(after))?.[1] ??
    operators.find(([cue]) => cue.test(before))?.[1] ??
    behind.find(([cue]) => cue.test(after))?.[1] ??
    (rounded || after !== "" ? ">" : "=")
  );
}
