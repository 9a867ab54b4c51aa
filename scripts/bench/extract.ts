import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { buildDictionary, extract } from "#graph/extraction/extract.ts";
import { type BenchReport, median } from "./report.ts";

/** An invented report of the genre, for machines without the documents. */
const invented = `某某市2024年工业运行情况

今年一季度，吉安市规模以上工业增加值同比增长8.2%，工业投资增长12.5%。电子信息、装备制造产业分别实现营业收入320.5亿元、118亿元，占规上工业比重分别达35.1%、12.9%。
吉安高新区的江西明坤电子有限公司投资12亿元建设年产500万件连接器项目，一期已建成投产；云岭锂业年产2万吨碳酸锂项目预计年底投产。新增国家级绿色工厂2家、省级绿色工厂5家。
到2026年，力争全市规上工业营业收入年均增长10%左右，培育高新技术企业80家以上。
`.repeat(3);

/**
 * Documents a second on one core, after the start: the texts of DOCUMENTS_DIR where it is set, else an invented one. Reported beside the
 * segmenter alone, which bounds it.
 */
export async function benchExtract({ rounds = 5 }: { rounds?: number }): Promise<BenchReport> {
  const { dataset } = await readDataset(bundledFolders);
  const dictionary = buildDictionary(dataset);
  const folder = process.env.DOCUMENTS_DIR;
  const texts =
    folder && existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".txt"))
          .map((name) => readFileSync(join(folder, name), "utf8"))
      : [invented];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const once = (): void => {
    for (const text of texts) extract({ text, published: "2024-03", dictionary });
  };
  for (let round = 0; round < 30; round++) once();
  const seconds = Array.from({ length: rounds }, () => {
    const began = performance.now();
    for (let round = 0; round < 10; round++) once();
    return (performance.now() - began) / 10_000;
  });
  const taken = median(seconds);
  return {
    name: "extract",
    rows: [
      {
        what: `documents a second, ${Math.round(characters / texts.length)} characters each`,
        ours: texts.length / taken,
        baseline: 200,
        ratio: texts.length / taken / 200,
        unit: "1/s",
        goal: "≥ 200",
      },
      { what: "characters a second", ours: characters / taken, unit: "1/s" },
    ],
  };
}
