import type { Mention } from "./mention.ts";

const closing = /等(?:(?:[\d一二两三四五六七八九十百]+[余多]?个|一批|一大批|系列|重大|重点)?[^，。；：、“”]{0,8}?)项目/g;
const verbs = /^.*(?:推动|重点推进|加快推进|推进|加快|促成|支持|包括|实施|建设|引进|引来|总投资|有|是|的)(?=[\u4e00-\u9fff\d]{4,})/;
const trailing = /^(?:落户|项目|企业)|(?:企业|公司|行业|产业|领域|方面|产品)$/;

/** One project of a list that 等…项目 closes, and whose it is. */
export interface ListedProject {
  readonly project: Mention;
  /** Named right before it, or carried on from the item before (甲的乙、丙等项目). */
  readonly owner: Mention | null;
  readonly total: number;
}

/** 甲的万吨锂盐、乙公司的年产10万件线束等94个项目: what stands behind each owner is a project, though no item says 项目. */
export function listedProjectsIn(text: string, owners: readonly Mention[]): ListedProject[] {
  const found: ListedProject[] = [];
  for (const match of text.matchAll(closing)) {
    const from = listStart(text, match.index);
    let owner: Mention | null = null;
    const items: ListedProject[] = [];
    let at = from;
    for (const part of text.slice(from, match.index).split(/(、)/)) {
      const start = at;
      at += part.length;
      if (part === "、") continue;
      const named = owners.find((it) => it.start >= start && it.end < at);
      if (named) owner = named;
      const skipped = named ? named.end - start : (verbs.exec(part)?.[0].length ?? 0);
      const rest = part.slice(skipped).replace(/^(?:公司|集团)?的?/, "");
      if (rest.length < 4 || rest.length > 30 || trailing.test(rest) || !(named ?? (owner && items.length > 0))) continue;
      items.push({
        project: { start: at - rest.length, end: at, kind: "Project", name: rest, existing: null, confidence: 0.99 },
        owner,
        total: match.index,
      });
    }
    found.push(...items);
  }
  return found;
}

function listStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < 120 && !/[，。；：！？\n]/.test(text[from - 1] as string)) from--;
  return from;
}
