/** Where news of it may be: a search for the name, a document that is not here yet, or the sources that speak of the entity. */
export type NextStep = "search" | "upload" | "sources";

interface UnknownDefinition {
  readonly zh: string;
  readonly en: string;
  /** For a mark on the canvas. */
  readonly short: { readonly zh: string; readonly en: string };
  readonly next: NextStep;
}

const defineUnknowns = <const K extends string>(definitions: Readonly<Record<K, UnknownDefinition>>) => definitions;

/** What a reader would look for and the store may lack. A text that names a figure is composed where the rule is. */
export const unknowns = defineUnknowns({
  no_leader: {
    zh: "没有来源说明链主或龙头企业",
    en: "No source says which company leads it",
    short: { zh: "链主？", en: "Leader?" },
    next: "search",
  },
  no_chain_chief: {
    zh: "没有来源说明链长",
    en: "No source names the official in charge (链长)",
    short: { zh: "链长？", en: "Chief (链长)?" },
    next: "upload",
  },
  no_member: { zh: "没有来源说明其成员", en: "No source names a member", short: { zh: "成员？", en: "Members?" }, next: "search" },
  no_supplier: {
    zh: "没有来源说明供应商",
    en: "No source names a supplier",
    short: { zh: "供应商？", en: "Supplier?" },
    next: "search",
  },
  no_owner: {
    zh: "没有来源说明所有制或上级企业",
    en: "No source says who owns it",
    short: { zh: "所有者？", en: "Owner?" },
    next: "upload",
  },
  no_revenue: {
    zh: "没有来源给出实际营业收入",
    en: "No source gives its actual revenue",
    short: { zh: "营收？", en: "Revenue?" },
    next: "upload",
  },
  no_state: {
    zh: "没有来源说明项目状态",
    en: "No source says how far the project is",
    short: { zh: "状态？", en: "State?" },
    next: "upload",
  },
  no_location: {
    zh: "没有来源说明项目地点",
    en: "No source says where the project is",
    short: { zh: "地点？", en: "Place?" },
    next: "search",
  },
  no_builder: {
    zh: "没有来源说明建设单位",
    en: "No source says who builds it",
    short: { zh: "建设单位？", en: "Builder?" },
    next: "search",
  },
  target_without_result: {
    zh: "目标没有对应的实际结果",
    en: "A target without a result",
    short: { zh: "结果？", en: "Result?" },
    next: "upload",
  },
  no_later_figure: {
    zh: "没有更新的数据",
    en: "No later figure",
    short: { zh: "新数据？", en: "Later figure?" },
    next: "upload",
  },
  single_weak_source: {
    zh: "仅由一个低可靠来源或弱推断支持",
    en: "Rests on a single source of low reliability, or on weak inference alone",
    short: { zh: "旁证？", en: "Second source?" },
    next: "sources",
  },
});

export type UnknownCode = keyof typeof unknowns;

/** What a hollow mark on the canvas says: `链长？`. */
export const unknownShort = (code: UnknownCode, language: "zh" | "en"): string => unknowns[code].short[language];
