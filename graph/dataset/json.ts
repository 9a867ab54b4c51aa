import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { jsonFaultPlace, jsonPlaces } from "./json-places.ts";
import type { Locate, RawDataset, RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

export const jsonFormat = "chain-atlas-dataset";
export const jsonVersion = 1;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const trimmed = (value: unknown): unknown => {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return isObject(value) ? withoutEmpty(value) : value;
};
/** As in a table: empty is absent. */
const withoutEmpty = (record: Record<string, unknown>): RawRecord => {
  const kept: RawRecord = {};
  for (const [name, value] of Object.entries(record)) {
    const it = trimmed(value);
    if (it !== "" && it !== null) kept[name] = it;
  }
  return kept;
};

/** Reads a dataset written as one JSON object. Null when it is none; the reason is in `problems`. */
export function readJsonDataset({
  text,
  file,
  problems,
}: {
  text: string;
  file: string;
  problems: ProblemList;
}): { raw: RawDataset; locate: Locate } | null {
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
  const places = jsonPlaces(text);
  const locate: Locate = (table, index, field) => ({ file, ...places(table, index, field) });
  const raw = Object.fromEntries(
    tableNames.map((table: TableName) => {
      const rows = parsed[table] ?? [];
      if (!Array.isArray(rows)) {
        whole(`"${table}" must be an array`);
        return [table, []];
      }
      return [
        table,
        rows.map((row: unknown, index) => {
          if (isObject(row)) return withoutEmpty(row);
          problems.add({ ...locate(table, index), message: `a record of "${table}" must be an object` });
          return {};
        }),
      ];
    }),
  ) as RawDataset;
  return { raw, locate };
}
