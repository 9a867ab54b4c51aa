import { parseArgs } from "node:util";
import { type DatasetFormat, datasetFormats, writeDataset } from "#graph/dataset/write.ts";
import { exits, readSettings, runCommand, UsageError } from "./command/command.ts";
import { storedDataset } from "./export/stored-dataset.ts";

const planned = ["graphml", "gexf", "cypher"];

function flagsOf(args: string[]): { format: DatasetFormat; out: string } {
  const { values } = parseArgs({ args, options: { format: { type: "string" }, out: { type: "string" } } });
  const format = datasetFormats.find((it) => it === values.format);
  if (values.format !== undefined && planned.includes(values.format))
    throw new UsageError(`--format ${values.format} is not built yet; ${datasetFormats.join(", ")} are`);
  if (format === undefined) throw new UsageError(`--format must be one of ${datasetFormats.join(", ")}`);
  if (values.out === undefined || values.out === "") throw new UsageError("--out PATH is missing: a folder for csv, else a file");
  return { format, out: values.out };
}

await runCommand("export", async (terminal) => {
  const { format, out } = flagsOf(process.argv.slice(2));
  const dataset = await storedDataset(readSettings());
  await writeDataset(dataset, { format, out });
  const { entities, statements, metrics, documents } = dataset;
  terminal.err(
    `wrote ${out}: ${entities.length} entities, ${statements.length} statements, ${metrics.length} metrics, ${documents.length} documents`,
  );
  return exits.done;
});
