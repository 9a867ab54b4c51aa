import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import type { Encoding } from "./decode.ts";
import { GrowingNumbers } from "./growing.ts";
import { isObject, withoutEmpty } from "./json.ts";
import { jsonFaultPlace } from "./json-places.ts";
import type { RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";
import type { TableRows } from "./rows.ts";
import type { SourceFile } from "./source-file.ts";

const tableSet = new Set<string>(tableNames);
/** Where writers put it; elsewhere in the object it is found by parsing the line. */
const leadingTable = /^\s*\{\s*"table"\s*:\s*"([^"\\]*)"/;
/** A longer line is no record. */
const longestLine = 8 << 20;

/** Whole lines that were read at once. */
interface Block {
  lines: string[];
  /** Number of the first line, from 1, and where its bytes begin. */
  number: number;
  offset: number;
}

const lineFeed = 0x0a;

/** Lines of a file from one of its blocks on. Bytes are cut at line feeds, which no character of either encoding contains. */
async function* blocksOf(file: SourceFile, encoding: Encoding, from: { number: number; offset: number }): AsyncGenerator<Block> {
  const decoder = new TextDecoder(encoding);
  let rest: Uint8Array = new Uint8Array();
  let { number, offset } = from;
  for await (const chunk of file.chunks(offset)) {
    const bytes = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(lineFeed);
    rest = bytes.subarray(end + 1);
    if (end >= 0) {
      const lines = decoder.decode(bytes.subarray(0, end)).split("\n");
      yield { lines, number, offset };
      number += lines.length;
      offset += end + 1;
    }
    if (rest.byteLength > longestLine) break;
  }
  if (rest.byteLength > 0) yield { lines: [decoder.decode(rest)], number, offset };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The table that a line belongs to; undefined when it names none. */
function tableOf(text: string): unknown {
  const leading = leadingTable.exec(text)?.[1];
  if (leading !== undefined) return leading;
  const record = parsed(text);
  return isObject(record) ? record.table : undefined;
}

interface Spread {
  /** The block in which it begins. */
  from: { number: number; offset: number };
  /** Number of its last line. */
  last: number;
}

interface Reading {
  encoding: Encoding;
  label: string;
  problems: ProblemList;
}

function faultOf(text: string): { column: number; fault: DatasetFault } {
  const record = parsed(text);
  if (record === undefined) return { column: jsonFaultPlace(text).column, fault: fault("line_not_json", {}) };
  if (!isObject(record)) return { column: 1, fault: fault("line_no_object", {}) };
  const accepted = tableNames.join(", ");
  const what =
    record.table === undefined
      ? fault("line_without_table", { accepted })
      : fault("line_of_unknown_table", { table: JSON.stringify(record.table), accepted });
  return { column: 1, fault: what };
}

/** Where each table begins and ends; faults of lines that belong to none go into `problems`. */
async function survey(file: SourceFile, { encoding, label, problems }: Reading): Promise<Map<TableName, Spread>> {
  const spreads = new Map<TableName, Spread>();
  for await (const { lines, number, offset } of blocksOf(file, encoding, { number: 1, offset: 0 }))
    for (const [at, text] of lines.entries()) {
      const table = tableOf(text);
      if (typeof table === "string" && tableSet.has(table)) {
        const spread = spreads.get(table as TableName);
        if (spread === undefined) spreads.set(table as TableName, { from: { number, offset }, last: number + at });
        else spread.last = number + at;
      } else if (text.trim() !== "") problems.add({ file: label, row: number + at, ...faultOf(text) });
    }
  return spreads;
}

function recordOf(text: string): RawRecord | null {
  const record = parsed(text);
  if (!isObject(record)) return null;
  const { table: _, ...own } = record;
  return withoutEmpty(own);
}

async function* records(
  file: SourceFile,
  { table, spread, places, encoding, label, problems }: Reading & { table: TableName; spread: Spread; places: GrowingNumbers },
): AsyncGenerator<RawRecord[]> {
  for await (const { lines, number } of blocksOf(file, encoding, spread.from)) {
    const read: RawRecord[] = [];
    for (const [at, text] of lines.entries()) {
      if (number + at > spread.last || tableOf(text) !== table) continue;
      const record = recordOf(text);
      if (record === null) problems.add({ file: label, row: number + at, ...faultOf(text) });
      else {
        read.push(record);
        places.push(number + at);
      }
    }
    yield read;
    if (number + lines.length > spread.last) break;
  }
}

/**
 * Opens a dataset written as JSON Lines: each line one record, `{"table": "entities", …}`. Lines of one table need not stand together;
 * where they do, as an export writes them, each is read twice, else once a table.
 */
export async function openJsonLines(file: SourceFile, { encoding, label, problems }: Reading): Promise<TableRows[]> {
  const spreads = await survey(file, { encoding, label, problems });
  return tableNames.flatMap((table): TableRows[] => {
    const spread = spreads.get(table);
    if (spread === undefined) return [];
    const places = new GrowingNumbers();
    return [
      {
        table,
        file: label,
        batches: (found) => {
          places.clear();
          return records(file, { table, encoding, label, places, spread, problems: found });
        },
        place: (index) => ({ row: places.at(index) ?? 1, column: 1 }),
      },
    ];
  });
}
