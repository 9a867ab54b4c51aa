import type { Mention } from "./mention.ts";

const surnames =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公涂闫肖付";
/** Offices, longest first; what stands between the body and the office (党组书记、局长) is of the office. */
export const post =
  "党组书记、局长|党组书记、主任|党委书记、董事长|党委书记、主任|党工委书记|管委会主任|管委会副主任|市委常委、副市长|县委副书记、县长|市委副书记、市长|区委副书记、区长|市委书记|市委副书记|县委书记|县委副书记|区委书记|省委书记|省委常委|市委常委|县委常委|副省长|省长|副市长|市长|副县长|县长|副区长|区长|副局长|局长|副厅长|厅长|副主任|主任|党委书记|党组书记|董事长兼总经理|董事长|总经理助理|副总经理|总经理|副总裁|总裁|执行总裁|总工程师|首席技术官|首席执行官|副秘书长|秘书长|副会长|会长|项目负责人|项目经理|项目总监|厂长|副厂长|车间主任|行长|副行长|校长|院长|副院长|所长|负责人|生产总监|技术总监|研发总监|总监|董事会秘书|董秘|工程师|科长|处长|书记";
const office = new RegExp(
  `(?<post>${post})(?<name>(?:欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容)[\\u4e00-\\u9fff]{1,2}?|[${surnames}][\\u4e00-\\u9fff]{1,2}?)(?=介绍|表示|说|称|指出|强调|主持|出席|作|讲话|率|在|致辞|透露|告诉|坦言|认为|要求|带队|宣布|参加|、|，|。|；|）|为|任|担任|出任|兼任|挂帅|牵头|向|和|与|到|调研|等|对|就|道)`,
  "g",
);

export interface OfficeHolder {
  readonly person: Mention;
  readonly post: string;
  /** Where the office begins: what stands before it is the body. */
  readonly start: number;
}

/** People named with their office: 副市长某某介绍. */
export function officeHoldersIn(text: string): OfficeHolder[] {
  return [...text.matchAll(office)].map((match) => {
    const { post: held, name } = match.groups as { post: string; name: string };
    const start = match.index + held.length;
    return {
      person: { start, end: start + name.length, kind: "Person", name, existing: null, confidence: 0.95 },
      post: held,
      start: match.index,
    };
  });
}
