import type { Figure } from "../figures/figures.ts";
import type { Report } from "../report.ts";

const afterCapacity = /^(?:[\u4e00-\u9fffA-Za-z0-9·-]{2,20}?)(?=(?:建设|技改|扩建|改造|生产)?(?:项目|基地|生产线|工程|产线))/;

/** Capacities that stand in a project's name (年产3万吨锂盐项目): a design, never output. Answers the figures that names hold. */
export function readNamedCapacities(report: Report): Set<Figure> {
  const inNames = new Set<Figure>();
  for (const it of report.mentions) {
    if (it.kind !== "Project" || it.collective) continue;
    for (const figure of report.figures) {
      if (figure.start < it.start || figure.end > it.end || figure.printed.dimension === "count") continue;
      inNames.add(figure);
      if (!["mass", "pieces", "energy", "power", "area"].includes(figure.printed.dimension) || figure.printed.unit === "亩") continue;
      const unit = figure.printed.yearly ?? figure.printed.unit;
      const product = afterCapacity.exec(report.text.slice(figure.end, it.end))?.[0].replace(/的$/, "");
      const named = product ? { kind: "Product" as const, name: product } : null;
      if (named && product) {
        const start = figure.end;
        report.entities.mention(named, { start, end: start + product.length, text: product });
        report.relate({
          subject: it,
          predicate: "PRODUCES",
          object: named,
          status: "stated",
          confidence: 1,
          start: it.start,
          end: it.end,
          rule: "product-in-project-name",
        });
      }
      report.measure({
        subject: report.refOf(it),
        name: figure.printed.dimension === "power" ? "装机容量" : "设计产能",
        op: figure.op,
        value: unit === "m²/a" ? figure.value / figure.printed.factor : figure.value,
        unit,
        period: null,
        modality: "design_capacity",
        basis: null,
        region: null,
        product: named ? report.refOf(named) : null,
        raw: figure.raw,
        start: it.start,
        end: it.end,
        confidence: 1,
        rule: "capacity-in-name",
      });
    }
  }
  return inNames;
}
