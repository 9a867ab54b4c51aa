import type { Modality } from "#graph/vocabulary/marks.ts";

const target =
  /力争|争取|争创|确保|计划到|规划到|提出到|打算到|奋斗|冲刺|冲击|努力(?:实现|达到|突破|完成)|剑指|瞄准|锚定|锁定|预期(?:目标|增长|为)|目标(?!任务的|数?的\d|任务数)|要(?:实现|达到|引进|完成|新增|培育|建成|突破|净增|形成|新建)/;
const reached = /(?:完成|超|占|提前|实现了?)[^，。]{0,8}目标/;
const forecast =
  /预计|有望|可望|预测|测算|(?:达产|投产|建成|满产|达标|运营|投运|投用|完工|竣工|全面建成)(?:投产|使用|运营|投用|达效|达标)?(?:之?后|后)|(?<![认许不])可(?:实现|达|年|新增|带动|创|超|突破|增|提供|形成|贡献|解决|吸纳|拉动|望)|将实现|将形成|将达|将突破|将新增|将带动|将到|将超|将增|预期|不会低于|年可/;
const expected = /预计|有望|可望|预测|测算/;
const plan = /拟|计划|安排|将投|规划|谋划/;
const moneyPlan = /预算|概算|每年|设立|筹集/;
const arranged = /安排|拟|谋划|(?:计划|将|规划)(?:总共)?(?:安排|实施|推进|投资|总投资|新建|建设|启动|投入|新?开工|组织)/;
const yearlyResult = /(?<![去今全半明前每\d])年(?:均)?(?:发电量|产值|销售|营业|营收|利税|纳税|税收|产量|主营|利润|出口|可)/;
const ofProject = /总投资|规划|设计|项目|建设|建成|投产|达产/;
const building = /建成|投产|竣工|达产|满产|开工|动工|投用|投运|试产|试生产|新建|扩建/;
const carriedOut = /(?:实施|推进|组织|启动|抓好)[^，。；]{0,20}(?:项目|工程)/;
const ofPlan = /计划的|计划数|占[^，。]*计划|年度计划的/;
const listHead = /(?:目标|盘子|预期|任务|坐标|蓝图|愿景|目标任务)[^。！？，；“”]{0,12}[：:]/;
const ahead = /力争|争取|确保|目标(?:是|为|：)|提出到|计划到|锚定/;
const proposed = /提出|明确|部署|要求/;
/** 《实施意见》提出，…: what a plan says is aimed at. */
const planSays = /(?:方案|意见|计划|规划|措施|纲要)[》”]?[^，。；]{0,8}(?:提出|明确|要求)/;
const started = /(?:[达满投]产|建成|运营|投运|投用|竣工|完工)[^，。；]{0,4}后/;
const broken = /已|目前|现有|截至|实现了|达成|累计完成/;
const done = /完成|已投|已累计|实际|到位|累计投|已投入|投下/;
const happened = /完成|实现了|已|达成|目前|现有|截至/;
const intended = /拟|计划|将|筹备|谋划|筹建|争取|力争/;
/** Names of plans say nothing of what is planned. */
const planNames = /《[^》]*》|“[^”，。]{1,14}”(?:行动)?(?:计划|方案|工程|规划)?|行动计划|发展规划|规划纲要|计划单列/g;

export interface ModalityInput {
  /** From the clause's beginning to the end of the figure and a little beyond. */
  readonly clause: string;
  /** From the figure before, or the clause's beginning, to this figure. */
  readonly left: string;
  /** The sentence before the clause. */
  readonly before: string;
  readonly capacity: boolean;
  readonly outlay: boolean;
  readonly fund: boolean;
  readonly money: boolean;
  /** A result can be known only when its time is over: growth, revenue. */
  readonly flow: boolean;
  /** The figure's own time lies behind the document's date, or is the end of a span that has not passed. */
  readonly future: boolean;
  /** 到2027年: the own time is an end. */
  readonly until: boolean;
  /** The figure's own time is the document's whole year. */
  readonly current: boolean;
  /** The document's year has hardly begun. */
  readonly early: boolean;
  /** The figure's own time is over. */
  readonly past: boolean;
  /** Of the figure before in the same sentence, where no other time and no result stands between; null where one does. */
  readonly carried: Modality | null;
}

/** Whether a figure is a result, a target, a plan, a forecast or a design. Rule: model.md section 4. */
export function modalityOf(input: ModalityInput): Modality {
  const { left, capacity, outlay, fund, future, current, past, carried } = input;
  const clause = input.clause.replace(planNames, "");
  const before = input.before.replace(planNames, "");
  const segment = before.slice(before.lastIndexOf("；") + 1);
  const over = past || happened.test(left);
  if (capacity) return future && !building.test(`${segment}${clause}`) ? "target" : "design_capacity";
  if (fund) return intended.test(`${segment}${clause}`) ? "plan" : "actual";
  if (target.test(clause) && !reached.test(clause) && !past) return outlay && /计划|安排/.test(clause) ? "plan" : "target";
  if (outlay && !done.test(`${left}`) && !/已投/.test(segment)) return "plan";
  if (forecast.test(clause) && !past) {
    const aimed = (input.until && !expected.test(`${segment}${clause}`)) || /规划|目标/.test(`${before}${clause}`);
    return future && aimed ? "target" : "forecast";
  }
  if (started.test(segment) && !over) return "forecast";
  if (listHead.test(before) && !past) return "target";
  if (arranged.test(clause) && !over) return "plan";
  if (planSays.test(input.before) && !over && !outlay) return "target";
  if (future && !input.until && carriedOut.test(clause)) return "plan";
  if ((plan.test(clause) || (input.money && moneyPlan.test(clause))) && !past && !ofPlan.test(clause)) return future ? "target" : "plan";
  if (arranged.test(segment) && !past && future) return "plan";
  if (future) return carried === "forecast" ? carried : "target";
  if (past) return "actual";
  if (!current && yearlyResult.test(left) && ofProject.test(before) && !over) return "forecast";
  if (ahead.test(segment) || (current && proposed.test(segment))) return "target";
  if (carried !== null && carried !== "actual" && carried !== "design_capacity" && !broken.test(left)) return carried;
  return current && input.early && input.flow && !happened.test(`${segment}${clause}`) && /增长|收入|产值|投资/.test(clause)
    ? "target"
    : "actual";
}
