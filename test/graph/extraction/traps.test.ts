import { describe, expect, it } from "vitest";
import { reading, relationsOf } from "./reading.ts";

const said = (text: string) => relationsOf(reading(text));
const firmsIn = (text: string) =>
  reading(text)
    .entities.filter((it) => it.kind === "Company")
    .map((it) => it.name);

describe("firms that are not one another", () => {
  it("leaves a short name that two firms share to neither", () => {
    const firms = firmsIn("江西恒昌铜业有限公司去年投产。安徽恒昌铜业有限公司也来考察，恒昌铜业的铜杆项目已签约。");
    for (const name of ["江西恒昌铜业有限公司", "安徽恒昌铜业有限公司", "恒昌铜业"]) expect(firms).toContain(name);
  });
  it("keeps a group, its listed firm and a daughter apart", () => {
    const firms = firmsIn("安泰集团控股的安泰股份去年盈利，安泰股份的全资子公司安泰电子科技有限公司扩产。");
    for (const name of ["安泰集团", "安泰股份", "安泰电子科技有限公司"]) expect(firms).toContain(name);
  });
  it("gives a firm the short name that the text gives it", () => {
    const firms = firmsIn("江西启航电子科技有限公司（以下简称“启航电子”）去年投产，启航电子今年扩产。");
    expect(firms).toEqual(["江西启航电子科技有限公司"]);
  });
  it("takes no industry, place or measure for a firm", () => {
    const text = "去年工业投资增长9%，吉安市规上工业营业收入增长8%，消费电子产业回暖，新型储能装机翻番，统计数据显示形势向好。";
    expect(firmsIn(text)).toEqual([]);
  });
});

describe("the firm that is meant", () => {
  it("means by 公司 in a notice the one that it calls so", () => {
    const relations = said(
      "江西瑞通股份有限公司（以下简称“公司”）发布公告。恒基铝业有限公司将纳入合并报表。公司主要从事汽车部件的研发、生产与销售。",
    );
    expect(relations).toContain("江西瑞通股份有限公司 PRODUCES 汽车部件");
  });
  it("takes no firm on where a region opened the clause before", () => {
    expect(said("启航电子去年投产，吉安市加强服务，主要生产连接器。").filter((it) => it.includes("PRODUCES"))).toEqual([]);
  });
  it("means by 这家企业 the firm that came last", () => {
    expect(said("安泰集团扩产；园区引来了江西瑞晟再生金属公司，这家企业用废铝生产铝锭。")).toContain(
      "江西瑞晟再生金属公司 USES_INPUT 废铝",
    );
  });
});

describe("what did not happen", () => {
  it("gives a project no state that the words deny", () => {
    const { statements } = reading("启航电子铜基新材料项目因资金未到位，至今没有开工。");
    expect(statements.filter((it) => it.predicate === "state")).toEqual([]);
  });
  it("takes no title for one that firms are only helped to win", () => {
    expect(said("吉安市支持启航电子、明达光电申报国家级绿色工厂。").filter((it) => /RECOGNIZED_AS|TARGETS/.test(it))).toEqual([]);
  });
  it("takes no share for one that is only to be bought", () => {
    expect(
      said("安泰集团拟以现金4.2亿元收购启航电子60%的股权，交易完成后，启航电子将成为其控股子公司。").filter((it) =>
        /OWNS|SUBSIDIARY/.test(it),
      ),
    ).toEqual([]);
  });
  it("takes nothing from a caption and nothing across a sentence that breaks off", () => {
    const text =
      "吉安市工业平稳运行，企业生产有序开展。\n\n启航电子工人正在检测产品 李某某摄\n\n站在新的起点上，吉安高新区将引进启航电子、明达光电等";
    expect(said(text)).toEqual([]);
  });
});
