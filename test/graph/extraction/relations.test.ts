import { describe, expect, it } from "vitest";
import { figuresIn, reading, relationsOf } from "./reading.ts";

const said = (text: string) => relationsOf(reading(text));

describe("who builds what where", () => {
  it("joins a firm with the project that its name stands before", () => {
    expect(said("吉安市消息：云岭锂业年产2万吨碳酸锂项目已经投产。")).toContain("云岭锂业 BUILDS 年产2万吨碳酸锂项目");
  });
  it("reads an investment in a zone", () => {
    const relations = said("江西明坤电子有限公司投资12亿元在吉安高新区建设年产500万件连接器项目。");
    expect(relations).toContain("江西明坤电子有限公司 BUILDS 年产500万件连接器项目");
    expect(relations).toContain("年产500万件连接器项目 LOCATED_IN 吉安高新区");
  });
  it("gives each project of a list to the owner named before it", () => {
    const relations = said("去年，云岭集团的万吨碳酸锂、明坤公司的年产10万件线束等94个项目竣工投产。");
    expect(relations).toContain("云岭集团 BUILDS 万吨碳酸锂");
    expect(relations).toContain("明坤公司 BUILDS 年产10万件线束");
  });
  it("takes no act from a caption, only what a compound name says", () => {
    const found = reading(
      "吉安市工业平稳运行，企业生产有序开展，全市上下共同努力。\n\n吉安高新区江西明坤电子有限公司工人赶制订单 李某某摄",
    );
    expect(relationsOf(found)).toEqual(["江西明坤电子有限公司 LOCATED_IN 吉安高新区"]);
    expect(found.entities.find((it) => it.kind === "Person")?.name).toBe("李某某");
  });
});

describe("who belongs to whom, and what is made", () => {
  it("gives transferred shares to the one who takes them, and a controlled firm to its controller", () => {
    expect(said("云岭集团将所持明坤电子公司51%股权划转给江西安泰集团。")).toContain("江西安泰集团 OWNS 明坤电子公司");
    expect(said("交易完成后，江西安泰集团有限公司成为明坤电子股份有限公司控股股东。")).toContain(
      "明坤电子股份有限公司 SUBSIDIARY_OF 江西安泰集团有限公司",
    );
  });
  it("takes no transfer that is only wanted", () => {
    expect(said("云岭集团拟将所持明坤电子公司51%股权转让给江西安泰集团。").filter((it) => it.includes("OWNS"))).toEqual([]);
  });
  it("gives a daughter to the firm that was named before", () => {
    expect(said("江西云岭锂业股份有限公司发布年报，控股子公司明坤电子有限公司投产。")).toContain(
      "明坤电子有限公司 SUBSIDIARY_OF 江西云岭锂业股份有限公司",
    );
  });
  it("lists products as things, without the verb before them", () => {
    const relations = said("江西安泰集团有限公司是一家老厂，主要产品有中厚板、热轧卷板和线材。");
    for (const product of ["中厚板", "热轧卷板", "线材"]) expect(relations).toContain(`江西安泰集团有限公司 PRODUCES ${product}`);
    expect(reading("“十五五”末年产值力争跨过50亿元关口。").entities.filter((it) => it.kind === "Product")).toEqual([]);
  });
});

describe("plans", () => {
  it("reads a measure that is printed without marks, after the verb that issues it", () => {
    expect(said("吉安市出台支持装备制造业高质量发展十条措施，企业反响热烈。")).toContain("吉安市 ISSUES 支持装备制造业高质量发展十条措施");
  });
  it("says who issued a plan, which plan stands above it and what it covers", () => {
    const relations = said(
      "吉安市围绕省“1269”行动计划，印发了《吉安市制造业“6520”行动计划（2023—2026年）》，做强电子信息、装备制造、新材料3条产业链。",
    );
    expect(relations).toContain("吉安市 ISSUES 吉安市制造业“6520”行动计划（2023—2026年）");
    expect(relations).toContain("吉安市制造业“6520”行动计划（2023—2026年） ALIGNED_WITH 省“1269”行动计划");
    expect(relations).toContain("吉安市制造业“6520”行动计划（2023—2026年） COVERS 电子信息产业链");
    expect(relations.filter((it) => it.startsWith("省“1269”"))).toEqual([]);
  });
});

describe("titles", () => {
  it("reads a title that was won", () => {
    expect(said("吉安高新区获评国家级绿色园区。")).toContain("吉安高新区 RECOGNIZED_AS 国家级绿色园区");
  });
  it.each(["支持明坤电子、云岭锂业等入选国家级绿色工厂。", "吉安高新区力争获评国家级绿色园区。", "吉安高新区申报国家级绿色园区。"])(
    "takes none from a wish: %s",
    (text) => {
      expect(said(text).filter((it) => it.includes("RECOGNIZED_AS") || it.includes("RANKED_IN"))).toEqual([]);
    },
  );
  it("hands out ranks in order", () => {
    const found = reading("中国制造业企业500强榜单公布，明坤电子、云岭锂业分列第27位、第35位。");
    expect(relationsOf(found)).toContain("云岭锂业 RANKED_IN 中国制造业企业500强");
  });
});

describe("damage", () => {
  it("takes no act from a sentence that breaks off", () => {
    const found = reading("全市工业运行平稳，各项指标好于预期，企业信心增强。吉安高新区引进江西明坤电子有限公司、云岭锂业等");
    expect(relationsOf(found).filter((it) => it.includes("ATTRACTS"))).toEqual([]);
    expect(found.remarks.some((it) => it.text.includes("残缺"))).toBe(true);
  });
  it("does not make one firm of two that differ in a character", () => {
    const found = reading("吉安市支持云岭锂业、云岭锂电加快发展，江西云岭锂业股份有限公司去年投产。");
    const firms = found.entities.filter((it) => it.kind === "Company").map((it) => it.name);
    expect(firms).toContain("云岭锂电");
    expect(firms.filter((it) => it.includes("云岭锂业"))).toHaveLength(1);
  });
});

describe("figures in clauses", () => {
  it("takes 分别 pairs in order, also where the list shares its last word", () => {
    const figures = figuresIn(
      reading("去年，吉安市电子信息、装备制造产业分别实现营业收入320.5亿元、118亿元，占规上工业比重分别达35.1%、12.9%。"),
    );
    expect(figures).toContain("电子信息产业 | 营业收入 =32050000000 CNY 2023 actual");
    expect(figures).toContain("装备制造产业 | 营业收入 =11800000000 CNY 2023 actual");
    expect(figures).toContain("装备制造产业 | 占规上工业比重 =12.9 % 2023 actual");
  });
  it("never takes a target for a result", () => {
    expect(figuresIn(reading("到2026年，吉安市规上工业营业收入力争突破3000亿元。"))).toEqual([
      "规上工业 | 营业收入 >300000000000 CNY 2026 target",
    ]);
  });
  it("never takes a capacity for output, nor 年产值 for a capacity", () => {
    expect(figuresIn(reading("吉安市云岭锂业公司二期投产，年产碳酸锂2万吨。"))).toContainEqual(
      expect.stringMatching(/设计产能 =20000 t\/a 2024 design_capacity/),
    );
    expect(figuresIn(reading("吉安市云岭锂业公司项目达产后年产值可达5亿元。"))).toContainEqual(
      expect.stringMatching(/产值 =500000000 CNY null forecast/),
    );
  });
  it("gives a decline its sign and an elliptic figure the measure before it", () => {
    const figures = figuresIn(reading("去年，吉安市出口额11.2亿元，同比下降3.5%；去年工业投资增长9.6%。"));
    expect(figures).toContain("吉安市 | 出口额增长率 =-3.5 % 2023 actual");
    expect(figures).toContain("吉安市 | 工业投资增长率 =9.6 % 2023 actual");
  });
  it("refuses the terms of a subsidy", () => {
    const found = reading("措施明确，吉安市对新建项目按投资额的10%给予补助，最高不超过2000万元。");
    expect(found.metrics).toEqual([]);
    expect(found.remarks.length).toBeGreaterThan(0);
  });
});
