import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { jsonFaultPlace, jsonPlaces } from "./json-places.ts";
import type { RawRecord } from "./locator.ts";
import { type ProblemList, wholeFile } from "./problem.ts";
import { memoryRows, type TableRows } from "./rows.ts";

export const jsonFormat = "chain-atlas-dataset";
export const jsonVersion = 1;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const trimmed = (value: unknown): unknown => {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return isObject(value) ? withoutEmpty(value) : value;
};
/** As in a table: empty is absent. */
export const withoutEmpty = (record: Record<string, unknown>): RawRecord => {
  const kept: RawRecord = {};
  for (const [name, value] of Object.entries(record)) {
    const it = trimmed(value);
    if (it !== "" && it !== null) kept[name] = it;
  }
  return kept;
};

/** Opens a dataset written as one JSON object. Null when it is none; the reason is in `problems`. */
export function openJson(text: string, { file, problems }: { file: string; problems: ProblemList }): TableRows[] | null {
  const whole = (what: DatasetFault): null => {
    problems.add(wholeFile(file, what));
    return null;
  };
  const accepted = tableNames.join(", ");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.add({ file, ...jsonFaultPlace(text), fault: fault("not_json", {}) });
    return null;
  }
  if (!isObject(parsed) || parsed.format !== jsonFormat)
    return whole(fault("not_dataset", { format: jsonFormat, version: jsonVersion, tables: accepted }));
  if (parsed.version !== jsonVersion)
    return whole(fault("unknown_version", { found: JSON.stringify(parsed.version) ?? "", version: jsonVersion }));
  const known = new Set<string>(["format", "version", ...tableNames]);
  for (const name of Object.keys(parsed)) if (!known.has(name)) whole(fault("unknown_table", { table: name, accepted }));
  const arrays = tableNames.map((table): [TableName, unknown[]] => {
    const rows = (parsed as Record<string, unknown>)[table] ?? [];
    if (Array.isArray(rows)) return [table, rows];
    whole(fault("table_no_array", { table }));
    return [table, []];
  });
  const total = arrays.reduce((sum, [, rows]) => sum + rows.length, 0);
  if (total > memoryRows) return whole(fault("too_many_json_rows", { rows: total, most: memoryRows }));
  const places = jsonPlaces(text);
  return arrays.map(([table, rows]) => ({
    table,
    file,
    batches: (found) => [
      rows.map((row, index) => {
        if (isObject(row)) return withoutEmpty(row);
        found.add({ file, ...places(table, index), fault: fault("record_no_object", { table }) });
        return {};
      }),
    ],
    place: (index, field) => places(table, index, field),
  }));
}
