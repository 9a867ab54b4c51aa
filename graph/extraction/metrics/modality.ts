import type { Modality } from "#graph/vocabulary/marks.ts";

const target = /力争|争取|争创|目标|确保|计划到|规划到|要求到|提出到|奋斗|冲刺|向着?[^，。]{0,6}迈进|努力实现|预期目标|剑指|瞄准/;
const forecast =
  /预计|有望|可望|预测|测算|达产后|投产后|建成后|建成投产后|满产后|全部建成|达产达标后|可实现|可达|可年产|可新增|可带动|将实现|将形成|将达|将突破|将新增|将带动|将到|预期/;
const plan = /拟|计划|安排|预算|概算|每年|设立|筹集|将投|规划/;
const done = /完成|实现|已|累计|达到|增长|下降|建成|新增|名列|实际|同比/;

export interface ModalityInput {
  /** From the clause's beginning to the end of the figure and a little beyond. */
  readonly clause: string;
  /** The sentence before the clause. */
  readonly before: string;
  readonly capacity: boolean;
  readonly outlay: boolean;
  /** The figure's own time lies behind the document's date. */
  readonly future: boolean;
  /** The time stands in the past or the present and is no deadline. */
  readonly past: boolean;
}

/** Whether a figure is a result, a target, a plan, a forecast or a design. Rule: model.md section 4. */
export function modalityOf({ clause, before, capacity, outlay, future, past }: ModalityInput): Modality {
  if (capacity) return "design_capacity";
  if (target.test(clause)) return outlay && /计划|安排/.test(clause) ? "plan" : "target";
  if (forecast.test(clause)) return "forecast";
  if (outlay && !/完成|累计完成|已投|实际|到位/.test(clause)) return "plan";
  if (plan.test(clause) && !past && !/计划的|计划数|占[^，。]*计划|年度计划/.test(clause)) return "plan";
  if (future) return "target";
  if (past && done.test(clause)) return "actual";
  if (target.test(before) && !past) return "target";
  return "actual";
}
