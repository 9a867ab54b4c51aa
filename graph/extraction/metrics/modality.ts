import type { Modality } from "#graph/vocabulary/marks.ts";

const target = /力争|争取|争创|目标|确保|计划到|规划到|提出到|奋斗|冲刺|努力实现|剑指/;
const forecast =
  /预计|有望|可望|预测|测算|达产后|投产后|建成后|满产后|达产达标后|运营后|可实现|可达|可年产|可新增|可带动|将实现|将形成|将达|将突破|将新增|将带动|将到|预期|不会低于|年可/;
const plan = /拟|计划|安排|预算|概算|每年|设立|筹集|将投|规划|谋划/;
const ofPlan = /计划的|计划数|占[^，。]*计划|年度计划的/;
const ahead = /力争|争取|确保|目标(?:是|为|：)|提出到|计划到/;
const proposed = /提出|明确|部署|要求/;
const done = /完成|累计完成|已投|实际|到位/;

export interface ModalityInput {
  /** From the clause's beginning to the end of the figure and a little beyond. */
  readonly clause: string;
  /** The sentence before the clause. */
  readonly before: string;
  readonly capacity: boolean;
  readonly outlay: boolean;
  /** The figure's own time lies behind the document's date, or is the end of a span that has not passed. */
  readonly future: boolean;
  /** The figure's own time is the document's whole year. */
  readonly current: boolean;
  /** The figure's own time is over. */
  readonly past: boolean;
}

/** Whether a figure is a result, a target, a plan, a forecast or a design. Rule: model.md section 4. */
export function modalityOf({ clause, before, capacity, outlay, future, current, past }: ModalityInput): Modality {
  const wanted = target.test(clause);
  const segment = before.slice(before.lastIndexOf("；") + 1);
  const expected = forecast.test(clause);
  if (capacity) return future && wanted ? "target" : future && /预计|有望/.test(clause) ? "forecast" : "design_capacity";
  if (wanted && !(past && !future)) return outlay && /计划|安排/.test(clause) ? "plan" : "target";
  if (expected) return future && /规划|目标/.test(`${before}${clause}`) ? "target" : "forecast";
  if (outlay && !done.test(clause)) return "plan";
  if (plan.test(clause) && !past && !ofPlan.test(clause)) return future ? "target" : "plan";
  if (future) return "target";
  if ((ahead.test(segment) || (current && proposed.test(segment))) && !past) return "target";
  return "actual";
}
