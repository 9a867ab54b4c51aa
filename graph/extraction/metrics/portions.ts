const holders =
  /^(?:以上)?的?((?:规上|规模以上|受访|工业|制造业|重点|入园|入驻)*(?:工业)?(?:企业|项目|产品|产能|园区|工厂|家庭|原料|设备))(?=[\u4e00-\u9fff])/;

/** 七成以上的规上企业设立研发机构: the portion of things that the words behind a percentage name; null where they name none. */
export function portionName(right: string): string | null {
  const named = holders.exec(right);
  return named ? `${named[1]}占比` : null;
}

const stakeBehind = /^(?:以上)?的?(?:股权|股份|控股权|股比|份额|表决权)/;
const stakeAhead = /(?:持有|持股|控股|参股|占股|股权|股份|保留|自留|增持|减持|收购|受让|转让|划转)[^，。；]{0,12}$/;

/** Whose shares a percentage tells: a relation between owners, no figure of the place. */
export const isStake = (left: string, right: string): boolean =>
  stakeBehind.test(right) || (stakeAhead.test(left) && !/(?:增长|下降|提高|占比|比重|率)/.test(left.slice(-8)));
