import type { Named } from "../entities.ts";
import type { Report } from "../report.ts";
import { homeEntity, mentionsWithin, type Place } from "./context.ts";

const acts: readonly [cue: RegExp, prefix: string][] = [
  [/新签约|新签|签约|签订/, "新签约"],
  [/净增/, "净增"],
  [/新增|新认定|新培育|新入选|增加/, "新增"],
  [/培育|打造|建成|创建|争创/, "培育"],
  [/开工|动工/, "开工"],
  [/竣工|投产|建成/, "竣工"],
  [/引进|招引|落户/, "引进"],
  [/在建/, "在建"],
  [/减少|压减/, "减少"],
];
const things: readonly [cue: RegExp, name: string][] = [
  [/项目/, "项目数"],
  [/产业链/, "产业链数"],
  [/集群/, "集群数"],
  [/上市(?:公司|企业)/, "上市企业数"],
  [/企业|公司|工厂|小巨人|瞪羚|独角兽|冠军|中心(?!企业)/, "企业数"],
  [/平台|实验室/, "平台数"],
  [/厂房|建筑/, "建筑数"],
  [/产线|生产线/, "产线数"],
  [/专利/, "专利数"],
  [/岗位|就业|用工/, "就业人数"],
  [/工人|员工|职工|人员|人才|专家/, "人数"],
];

export interface Counted {
  /** Only the unit names what is counted. */
  readonly weak: boolean;
  readonly subject: Named;
  readonly name: string;
  readonly flow: boolean;
}

/** What a count counts: the class named beside it (title, portfolio, list), else the document's place. Null for what names no thing. */
export function countedBy(report: Report, place: Place): Counted | null {
  const { figure, left, right, clause, leftStart } = place;
  const near = `${left.slice(-24)}${right.slice(0, 20)}`;
  const behind = mentionsWithin(report, { start: figure.start, end: Math.min(figure.end + 24, place.sentence.end) }).find(
    (it) => it.start <= figure.end + 6 && ["Recognition", "IndustrialChain", "IndustryCluster", "Project", "Platform"].includes(it.kind),
  );
  const ahead = mentionsWithin(report, { start: leftStart, end: figure.end }).findLast(
    (it) => ["Recognition", "Project", "IndustryCluster", "IndustrialChain", "Platform"].includes(it.kind) && it.end >= figure.start - 4,
  );
  const won = /(?:家|户|个|名)?企业(?:被认定为|获评|入选|通过|获|被评为|跻身|列入|成为|上榜)/.test(right)
    ? mentionsWithin(report, { start: figure.end, end: clause.end }).find((it) => it.kind === "Recognition")
    : undefined;
  const subject = won ?? ahead ?? behind;
  const thing = thingOf(subject?.kind === "Recognition" && !won ? subject.name : "", right, left);
  const noun = thing ?? nounBeside(left, right);
  if (!noun && !subject) return null;
  const act = actOf(left.slice(-16), right.slice(0, 12));
  const said = act === "" && /其中|、|元以上/.test(left) && /签约|新签/.test(place.beforeText) ? "新签约" : act;
  const direct =
    /((?:\d+(?:\.\d+)?)?(?:亿|千万|百万|百亿|十亿)元以上)的?$/.exec(left.trimEnd())?.[1] ??
    /((?:\d+(?:\.\d+)?)?(?:亿|千万|百万|百亿|十亿)元以上)的?$/.exec(report.text.slice(Math.max(0, figure.start - 10), figure.start))?.[1];
  const threshold = direct ?? /((?:\d+(?:\.\d+)?)?(?:亿|千万|百万|百亿|十亿)元以上)/.exec(near)?.[1];
  return {
    subject: subject ?? homeEntity(report) ?? { kind: "Region", name: "" },
    name:
      threshold && (direct || /项目/.test(near))
        ? `${threshold}${said === "新签约" || (direct && said === "") ? "签约" : said}项目数`
        : `${said}${noun ?? `${figure.unitWord}数`}`,
    weak: !subject && !/[\u4e00-\u9fff]{2}/.test(right.slice(0, 2)) && thing === null,
    flow: said !== "" && said !== "在建",
  };
}

const everyThing = things.map((thing) => ({ all: new RegExp(thing[0], "g"), thing }));

/** The thing named nearest before the figure: 锂电产业链企业达132家 counts companies. */
function lastOf(stretch: string): (typeof things)[number] | undefined {
  let nearest = -1;
  let found: (typeof things)[number] | undefined;
  for (const { all, thing } of everyThing)
    for (const { index } of stretch.matchAll(all))
      if (index > nearest) {
        nearest = index;
        found = thing;
      }
  return found;
}

function thingOf(named: string, right: string, left: string): string | null {
  const ahead = left.slice(-14);
  for (const stretch of [named, right.slice(0, 16), ahead]) {
    const found = stretch === ahead ? lastOf(stretch) : things.find(([cue]) => cue.test(stretch));
    if (!found) continue;
    if (found[1] === "企业数" && /规模以上工业企业|规上工业企业|规上企业/.test(`${left}${right}`)) return "规上工业企业数";
    return found[1];
  }
  return null;
}

const onlyActs = /^(?:开工|竣工|投产|签约|引进|新建|建成|落地|入库|新)+$/;
const ending = /(?:达到?|为|有|共有?|突破|超过?|累计|总数|约|近|新增|净增|增加|增至|已|逾|分别|数量?|合计)*$/;

/** 入驻商户1280户 → 商户数; 12支招商小分队 → 招商小分队数. */
function nounBeside(left: string, right: string): string | null {
  const behind = /^(?:以上|左右)?(?:的)?([\u4e00-\u9fff]{2,8}?)(?=[，。；、]|$|已|正|在|有|的|被|将|和|与)/.exec(right)?.[1];
  if (behind && !/^(?:增长|左右|以上|同比|比|较)/.test(behind)) return `${behind}数`;
  const ahead = /([\u4e00-\u9fff]{2,6})$/.exec(left.replace(ending, ""))?.[1];
  return ahead && !onlyActs.test(ahead) ? `${ahead.slice(-4)}数` : null;
}

const actOf = (left: string, right: string): string =>
  acts.find(([cue]) => cue.test(left))?.[1] ?? acts.slice(4, 6).find(([cue]) => cue.test(right))?.[1] ?? "";
