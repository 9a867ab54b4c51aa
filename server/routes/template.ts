import { z } from "zod";
import { templateWorkbook } from "#graph/dataset/template.ts";
import { endpoint } from "../http/endpoint.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const templateRoute = endpoint({
  method: "get",
  path: "/templates/dataset.xlsx",
  summary: "An empty workbook to fill in: a headed sheet a table, the accepted values, and how to fill it in",
  query: z.object({ language: z.enum(["zh", "en"]).default("zh") }),
  sends: workbookType,
  run: async ({ input: { language }, response }) => {
    const name = language === "zh" ? "链图谱数据集模板.xlsx" : "chain-atlas-dataset.xlsx";
    response
      .type(workbookType)
      .attachment(name)
      .send(await templateWorkbook({ language }));
  },
});
