import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { jsonFaultPlace, jsonPlaces } from "./json-places.ts";
import type { RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";
import { memoryRows, type TableRows, tooManyRows } from "./rows.ts";

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
  const whole = (message: string): null => {
    problems.add({ file, row: 1, column: 1, message });
    return null;
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.add({ file, ...jsonFaultPlace(text), message: "this is not JSON from here on" });
    return null;
  }
  if (!isObject(parsed) || parsed.format !== jsonFormat)
    return whole(`not a dataset: "format" must be "${jsonFormat}", then "version": ${jsonVersion} and the tables ${tableNames.join(", ")}`);
  if (parsed.version !== jsonVersion)
    return whole(`version ${JSON.stringify(parsed.version)} is not known; this program reads version ${jsonVersion}`);
  const accepted = new Set<string>(["format", "version", ...tableNames]);
  for (const name of Object.keys(parsed)) if (!accepted.has(name)) whole(`unknown table "${name}"; accepted: ${tableNames.join(", ")}`);
  const arrays = tableNames.map((table): [TableName, unknown[]] => {
    const rows = (parsed as Record<string, unknown>)[table] ?? [];
    if (Array.isArray(rows)) return [table, rows];
    whole(`"${table}" must be an array`);
    return [table, []];
  });
  const total = arrays.reduce((sum, [, rows]) => sum + rows.length, 0);
  if (total > memoryRows) return whole(tooManyRows("a JSON file", total));
  const places = jsonPlaces(text);
  return arrays.map(([table, rows]) => ({
    table,
    file,
    batches: (found) => [
      rows.map((row, index) => {
        if (isObject(row)) return withoutEmpty(row);
        found.add({ file, ...places(table, index), message: `a record of "${table}" must be an object` });
        return {};
      }),
    ],
    place: (index, field) => places(table, index, field),
  }));
}
