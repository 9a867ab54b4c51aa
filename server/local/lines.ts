import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { DatasetSource } from "#graph/dataset/source.ts";
import { type Dataset, emptyDataset, type TableName, tableNames } from "#graph/model/dataset.ts";

/** JSON Lines, so that a dataset of any size passes without ever being one text. Throws when the stream breaks off. */
export async function* parsedLines(stream: Readable): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield JSON.parse(line);
  }
  if (rest !== "") yield JSON.parse(rest);
}

const batchCharacters = 64 * 1024;

/** Writes values a line each; waits while the other side reads slower. Returns when all were handed over. */
export async function writeLines(stream: Writable, values: Iterable<unknown>): Promise<void> {
  let batch = "";
  for (const value of values) {
    batch += `${JSON.stringify(value)}\n`;
    if (batch.length < batchCharacters) continue;
    if (!stream.write(batch)) await once(stream, "drain");
    batch = "";
  }
  if (batch !== "" && !stream.write(batch)) await once(stream, "drain");
}

/** Writes a dataset, some rows at a time, as `datasetLines` are. */
export async function writeSource(stream: Writable, source: DatasetSource): Promise<void> {
  for (const table of tableNames) {
    await writeLines(stream, [table]);
    for await (const rows of source.rows(table)) await writeLines(stream, rows);
  }
}

/** A table's name, then its records. */
export function* datasetLines(dataset: Dataset): Generator<unknown> {
  for (const table of tableNames) {
    yield table;
    yield* dataset[table];
  }
}

/** Stands after the last record, where the answer ends with it. */
export const datasetEnd = "end";

export async function datasetOfLines(lines: AsyncIterable<unknown>): Promise<Dataset> {
  const dataset = emptyDataset();
  let records: unknown[] | null = null;
  for await (const line of lines) {
    if (typeof line === "string") records = tableNames.includes(line as TableName) ? dataset[line as TableName] : null;
    else records?.push(line);
  }
  return dataset;
}
