import { promisify } from "node:util";
import { strToU8, zip } from "fflate";
import { z } from "zod";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { printCsvTable, printJsonDataset, printJsonLines } from "#graph/dataset/write.ts";
import { printWorkbook, WorkbookTooLarge } from "#graph/dataset/write-workbook.ts";
import { type Dataset, tableNames } from "#graph/model/dataset.ts";
import { endpoint } from "../http/endpoint.ts";
import { HttpFault } from "../http/fault.ts";

const zipped = promisify((files: Record<string, Uint8Array>, done: (error: Error | null, bytes: Uint8Array) => void) => zip(files, done));

/** A zip of the tables: what `npm run export -- --format csv` writes as a folder. */
async function csvZip(dataset: Dataset): Promise<Buffer> {
  const files = tableNames.map((table) => [`${table}.csv`, strToU8(printCsvTable(dataset, table))] as const);
  return Buffer.from(await zipped(Object.fromEntries(files)));
}

async function workbook(dataset: Dataset): Promise<Buffer> {
  try {
    return await printWorkbook(dataset);
  } catch (error) {
    if (!(error instanceof WorkbookTooLarge)) throw error;
    throw new HttpFault({ status: 422, code: "too_large", message: error.message, remedy: "take csv or jsonl" });
  }
}

const formats = {
  json: { type: "application/json", ending: "json", print: async (dataset: Dataset) => printJsonDataset(dataset) },
  jsonl: { type: "application/jsonl", ending: "jsonl", print: async (dataset: Dataset) => [...printJsonLines(dataset)].join("") },
  csv: { type: "application/zip", ending: "zip", print: csvZip },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx", print: workbook },
} as const;

export const exportRoute = endpoint({
  method: "get",
  path: "/export",
  summary: "The dataset: json, jsonl and xlsx as one file, csv as a zip of tables; all seed back unchanged",
  query: z.object({ format: z.enum(["json", "jsonl", "csv", "xlsx", "graphml", "gexf", "cypher"]) }),
  sends: "application/octet-stream",
  faults: [422, 501],
  run: async ({ asked, input: { format }, response }) => {
    if (!Object.hasOwn(formats, format)) {
      throw new HttpFault({
        status: 501,
        code: "not_built",
        message: `the format ${format} is not built over HTTP`,
        remedy: `take ${Object.keys(formats).join(", ")}`,
      });
    }
    const { type, ending, print } = formats[format as keyof typeof formats];
    const body = await print(inOrder(await readDatasetFromStore(asked.store)));
    response.type(type).attachment(`chain-atlas.${ending}`).send(body);
  },
});
