import { promisify } from "node:util";
import { strToU8, zip } from "fflate";
import { z } from "zod";
import { readDatasetFromStore } from "#graph/changes/read-store.ts";
import { inOrder } from "#graph/dataset/order.ts";
import { printCsvTable, printJsonDataset } from "#graph/dataset/write.ts";
import { type Dataset, tableNames } from "#graph/model/dataset.ts";
import { endpoint } from "../http/endpoint.ts";
import { HttpFault } from "../http/fault.ts";

const zipped = promisify((files: Record<string, Uint8Array>, done: (error: Error | null, bytes: Uint8Array) => void) => zip(files, done));

/** A zip of the tables: what `npm run export -- --format csv` writes as a folder. */
async function csvZip(dataset: Dataset): Promise<Buffer> {
  const files = tableNames.map((table) => [`${table}.csv`, strToU8(printCsvTable(dataset, table))] as const);
  return Buffer.from(await zipped(Object.fromEntries(files)));
}

const formats = {
  json: { type: "application/json", ending: "json", print: async (dataset: Dataset) => printJsonDataset(dataset) },
  csv: { type: "application/zip", ending: "zip", print: csvZip },
} as const;

export const exportRoute = endpoint({
  method: "get",
  path: "/export",
  summary: "The dataset: json as one file, csv as a zip of tables; both seed back unchanged",
  query: z.object({ format: z.enum(["json", "csv", "xlsx", "graphml", "gexf", "cypher"]) }),
  sends: "application/octet-stream",
  faults: [501],
  run: async ({ asked, input: { format }, response }) => {
    if (format !== "json" && format !== "csv") {
      throw new HttpFault({
        status: 501,
        code: "not_built",
        message: `the format ${format} is not built over HTTP`,
        remedy: "take json or csv, or npm run export",
      });
    }
    const { type, ending, print } = formats[format];
    const body = await print(inOrder(await readDatasetFromStore(asked.store)));
    response.type(type).attachment(`chain-atlas.${ending}`).send(body);
  },
});
