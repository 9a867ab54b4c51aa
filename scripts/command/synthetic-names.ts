import type { EntityKind } from "#graph/vocabulary/kinds.ts";

/** A source of chance that gives the same for the same seed (mulberry32). */
export class Chance {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let it = this.state;
    it = Math.imul(it ^ (it >>> 15), it | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

const places = "云岭 清河 石泉 白沙 临江 东山 西平 南浦 北川 长宁 永安 丰城 龙泉 新田 高岭 金溪 玉山 万安 德兴 宁都".split(" ");
const marks = "华 信 泰 瑞 恒 盛 鼎 宏 昌 隆 远 达 嘉 博 锦 顺 和 凯 祥 立".split(" ");
const trades = "锂业 钢铁 光电 新材料 电池 有色 化工 机械 能源 半导体 陶瓷 纺织 食品 医药 环保 物流 精密 智能 循环 稀土".split(" ");
const goods =
  "碳酸锂 氢氧化锂 电解铜箔 隔膜 正极材料 硅片 组件 特钢 硅钢 中厚板 磷酸铁锂 六氟磷酸锂 碳纤维 光学镜头 封装基板 高温合金".split(" ");
const numerals = "一 二 三 四 五 六 七 八 九 十".split(" ");

/** A name of the kind's usual form; `number` keeps names apart. */
const forms: Readonly<Record<EntityKind, (chance: Chance, number: number) => string>> = {
  Company: (chance, number) =>
    `${chance.pick(places)}${chance.pick(marks)}${chance.pick(marks)}${number}${chance.pick(trades)}${chance.pick(["有限公司", "股份有限公司", "集团有限公司"])}`,
  Institution: (chance, number) =>
    `${chance.pick(places)}${chance.pick(["工业和信息化局", "发展和改革委员会", "商务局", "研究院"])}第${number}处`,
  Person: (_, number) => `样例人员${number}`,
  IndustrialChain: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}产业链${number}`,
  IndustryCluster: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}产业集群${number}`,
  Industry: (chance, number) => `${chance.pick(trades)}产业${number}`,
  Region: (chance, number) => `${chance.pick(places)}${number}${chance.pick(["市", "县", "区"])}`,
  Park: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}产业园${number}`,
  Project: (chance, number) => `年产${(number % 90) + 1}万吨${chance.pick(goods)}项目${chance.pick(numerals)}期${number}`,
  Product: (chance, number) => `${chance.pick(goods)}${number}型`,
  Platform: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}创新中心${number}`,
  Fund: (chance, number) => `${chance.pick(places)}产业引导基金${number}期`,
  Policy: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}发展行动计划${number}`,
  Event: (chance, number) => `${chance.pick(places)}${chance.pick(trades)}对接会第${number}届`,
  Recognition: (_, number) => `样例榜单${number}`,
};

export const syntheticName = (kind: EntityKind, chance: Chance, number: number): string => forms[kind](chance, number);
