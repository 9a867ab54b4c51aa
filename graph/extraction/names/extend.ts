import type { Words } from "../text/words.ts";
import { leadingWords, nameVerbs, organisationVerbs, stopWords } from "./stop-words.ts";

interface Reach {
  /** Numbers belong to the name: 年产3.5万吨锂盐项目. */
  readonly numbers?: boolean;
  /** Longest name in characters, head apart. */
  readonly longest?: number;
  /** Verbs that may stand inside. */
  readonly verbs?: boolean;
  /** Names of firms: any word that is no plain verb or particle, and 建设 or 投资 inside. */
  readonly firm?: boolean;
  /** 及 and 暨 may stand inside: names of events. */
  readonly joints?: boolean;
  /** Where the name cannot reach beyond: the end of a known neighbour. */
  readonly floor?: number;
}

/** Words that the segmenter takes for a time, and that names are made of. */
/** Verbs that begin a name of goods or works: 抽水蓄能电站, 再生铝. */
const inName = /^(?:储能|抽水|再生|电解|压铸|精炼|封装|热电|发电|显示|检测|循环|冶炼|合成|聚合|铸造|锻造|精密|综合)$/;
const timelike = /^(?:现代|未来|当代|近代)$/;
const closedTags = /^(?:p|c|u.*|r|d|y|e|o|t|zg)$/;
const letters = /^[A-Za-z][\w+-]*$/;

/**
 * Where a name begins whose head (公司, 产业园, 项目…) stands at `head`: gathers words to the left as long as they are of the sort that
 * names are made of. Answers `head` itself when nothing before it belongs to the name.
 */
export function extendLeft(
  words: Words,
  head: number,
  { numbers = false, longest = 24, verbs = true, firm = false, joints = false, floor = 0 }: Reach = {},
): number {
  let start = head;
  while (start > floor && head - start < longest) {
    const index = words.at(start - 1);
    const from = Math.max(words.start(index), floor);
    const word = words.text.slice(from, start);
    const quoted = quotedBefore(words.text, start, word);
    if (quoted !== null) {
      start = quoted;
      continue;
    }
    if (!belongs(word, words.tags[index] as string, { numbers, verbs, firm, joints, head: start === head })) break;
    start = from;
  }
  return stripped(words, start, head, { verbs, firm });
}

/** A short quotation inside a name is one word: “5G+工业互联网”应用示范区. */
function quotedBefore(text: string, end: number, word: string): number | null {
  if (!word.endsWith("”")) return null;
  const open = text.lastIndexOf("“", end);
  return open >= 0 && end - open <= 16 && !text.slice(open + 1, end - 1).includes("”") ? open : null;
}

function belongs(
  word: string,
  tag: string,
  { numbers, verbs, firm, joints, head }: Omit<Required<Reach>, "longest" | "floor"> & { head: boolean },
): boolean {
  if (/^[·+\-×/&]$/.test(word)) return !head;
  if (/[^\w.%\u4e00-\u9fff+-]/.test(word)) return false;
  if (letters.test(word)) return true;
  if (/\d/.test(word)) return numbers || /[A-Za-z]/.test(word);
  if (numbers && (tag === "m" || tag === "q" || word === "年产")) return true;
  if (firm && organisationVerbs.has(word)) return true;
  if (
    joints &&
    /^(?:及|暨|与|和|集中|签约|推介|启动|开工|投产|建设|发展|招商|推进|对接|合作|交流|投资|创新|竣工|引资|产业|重点|重大|项目|企业)$/.test(
      word,
    )
  )
    return true;
  if (stopWords.has(word)) return verbs && nameVerbs.has(word);
  if (word.length > 1 && word.endsWith("于") && tag.startsWith("v")) return false;
  if (firm && (tag === "m" || tag === "v" || tag === "d" || tag === "f")) return !/^[一二三四五六七八九十]+$/.test(word);
  if (
    tag === "m" ||
    (tag === "q" && !firm) ||
    (closedTags.test(tag) && !(firm && tag === "zg") && !timelike.test(word) && !(joints && /^(?:及|暨|与|和)$/.test(word)))
  )
    return false;
  return tag !== "v" || word.length > 2 || (verbs && nameVerbs.has(word));
}

function stripped(words: Words, start: number, head: number, { verbs, firm }: { verbs: boolean; firm: boolean }): number {
  let at = start;
  while (at < head) {
    const index = words.at(at);
    const word = words.text.slice(at, words.end(index));
    const opens =
      leadingWords.has(word) || stopWords.has(word) || (verbs && nameVerbs.has(word) && !inName.test(word) && words.tags[index] !== "n");
    if (!opens && !/^[+\-·×/&]$/.test(word)) break;
    at = words.end(index);
  }
  // A preposition that the segmenter glued to the name.
  if (firm && /^给/.test(words.text.slice(at, head)) && head - at > 2) at++;
  if (firm && /^[由在与把被将对]/.test(words.text.slice(at, head)) && head - at > 3) at++;
  return Math.min(at, head);
}
