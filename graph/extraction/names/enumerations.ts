import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Mention } from "./mention.ts";

/** A list that a count closes: A、B、C等6条重点产业链; or one that it opens: 8条产业链，即A、B、C. */
export interface Enumeration {
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind;
  readonly items: readonly Mention[];
  /** 6条重点产业链 */
  readonly total: Mention;
}

interface Head {
  readonly kind: EntityKind;
  readonly suffix: string;
  readonly words: string;
}
const heads: readonly Head[] = [
  { kind: "IndustrialChain", suffix: "产业链", words: "产业链" },
  { kind: "IndustryCluster", suffix: "集群", words: "集群" },
  { kind: "Industry", suffix: "产业", words: "(?:主导产业|支柱产业|优势产业|特色产业|首位产业|重点产业|传统产业|新兴产业|未来产业|产业)" },
  { kind: "Industry", suffix: "", words: "(?:方向|领域|板块|赛道|门类|行业)" },
];
const counted = "(?:[\\d一二两三四五六七八九十]+)(?:条|个|大)";
const qualifier = "[^，。；：、“”（）\\d条个]{0,14}?";
const opening = /^(?:，?(?:即|分别是|分别为|包括|涵盖|为|是)|[：:]|——|（)/;
const verbs =
  /^.*(?:投向|投资|瞄准|服务|做强|做大|做优|培育|打造|聚焦|提升|壮大|发展壮大|发展|构建|布局|推动|覆盖|涵盖|包括|围绕|锁定|分别是|分别为|依托|主攻|建设|形成|即|是|对|以|推进|强化|优化|巩固|升级|建立|实施|突出|锚定|瞄准|成为|拥有|现有|确定|明确|选定|梳理|支持|抓好|创建|争创|重点|为|把|将|的|实现|深耕|共建|转型|至|和)(?=[^的]{2,})/;

const patterned = heads.map((head) => ({
  ...head,
  pattern: new RegExp(`${counted}${qualifier}${head.words}(?!长|化|链|集群|园|基地|企业|项目)`, "g"),
}));

/** Lists of chains and clusters with the count that stands beside them. */
export function enumerationsIn(text: string): Enumeration[] {
  const found: Enumeration[] = [];
  for (const head of patterned)
    for (const match of text.matchAll(head.pattern)) {
      const total = { start: match.index, end: match.index + match[0].length };
      const items = listBefore(text, total.start, head) ?? listAfter(text, total.end, head);
      if (!items || found.some((it) => it.kind === head.kind && it.items.some((item) => items.some((other) => other.start === item.start))))
        continue;
      found.push({
        start: Math.min(total.start, items[0]?.start ?? total.start),
        end: Math.max(total.end, items.at(-1)?.end ?? total.end),
        kind: head.kind,
        items,
        total: { ...total, kind: head.kind, name: match[0], existing: null, collective: true, confidence: 1 },
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** A、B、C等|6条产业链: what stands before the count, back to the last mark. */
function listBefore(text: string, at: number, head: Head): Mention[] | null {
  let from = at;
  while (from > 0 && at - from < 160 && !/[，。；：！？（）\n——]/.test(text[from - 1] as string)) from--;
  const list = text.slice(from, at);
  if (!/[、和与及]/.test(list)) return null;
  const items = itemsOf(from, list, head);
  return items.length >= 2 ? items : null;
}

/** 8条产业链，即|A、B、C: what stands after it, up to the next mark. */
function listAfter(text: string, at: number, head: Head): Mention[] | null {
  const open = opening.exec(text.slice(at, at + 6));
  if (!open) return null;
  const from = at + open[0].length;
  const end = /[，。；）\n]/.exec(text.slice(from, from + 200));
  const list = text.slice(from, end ? from + end.index : from + 200);
  const items = itemsOf(from, list, head);
  return items.length >= 1 && (items.length > 1 || /(?:产业链|集群)$/.test(list)) ? items : null;
}

/** The list's items as mentions of what the head says: 电子信息 → 电子信息产业链. */
function itemsOf(at: number, list: string, { kind, suffix }: Head): Mention[] {
  const items: Mention[] = [];
  let offset = at;
  for (const [index, part] of list.split(/(、|以及|和(?=[^、]*$)|与(?=[^、]*$))/).entries()) {
    const start = offset;
    offset += part.length;
    if (index % 2 === 1 || part === "") continue;
    const lead = items.length === 0 ? (verbs.exec(part)?.[0].length ?? 0) : 0;
    const name = part
      .slice(lead)
      .replace(/等$/, "")
      .replace(kind === "Industry" ? /产业$/ : /(?:先进制造业|产业)?(?:产业链|集群)$|产业$/, "");
    if (name.length < 2 || name.length > 14 || /[\d]/.test(name) || /(?:企业|项目|政策|水平|能力|质量)$/.test(name)) {
      if (items.length > 0) return [];
      continue;
    }
    items.push({ start: start + lead, end: start + lead + name.length, kind, name: `${name}${suffix}`, existing: null, confidence: 1 });
  }
  return items.length >= 1 ? items : [];
}
