import type { TableName } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { isUnit } from "#graph/vocabulary/measures.ts";
import { columns } from "../columns.ts";
import type { RawRecord } from "../locator.ts";
import { parseDate, parsePeriod } from "./calendar.ts";
import { parseFigure } from "./figure.ts";
import { choices, labelledValue } from "./labels.ts";
import { readUnit } from "./units.ts";

const dates = new Set(["published", "validFrom", "validTo"]);
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  "1": true,
  "0": false,
  是: true,
  否: false,
  真: true,
  假: false,
};

export type Read = { value: unknown } | { fault(field: string): DatasetFault };

/** A bare number as people write it: `1,234`, `８５`, `3.2万`; a share of one as `85%`. */
function readNumber(text: string): Read {
  const figure = parseFigure(text);
  if ("fault" in figure) return { fault: (field) => fault("number_only", { field, given: text }) };
  const { op } = figure;
  if (op !== "=") return { fault: (field) => fault("number_with_sign", { field, given: text, sign: op }) };
  if (figure.unit === "%") return { value: figure.value / 100 };
  if (figure.unit === null) return { value: figure.value };
  return { fault: (field) => fault("number_with_unit", { field, given: text }) };
}

/** A metric's value, unit, op and raw out of a printed figure (`797亿元`), beside what its own cells say. */
function readMetric(record: RawRecord, faults: Map<string, DatasetFault>): void {
  const { value, unit } = record;
  if (value === undefined || (typeof value !== "string" && (typeof value !== "number" || unit === undefined || isUnit(unit)))) return;
  const printed = String(value);
  const figure = parseFigure(printed);
  if ("fault" in figure) {
    faults.set("value", figure.fault("value"));
    return;
  }
  const own = typeof unit === "string" ? readUnit(unit) : null;
  if (typeof unit === "string" && own === null) {
    faults.set("unit", fault("unknown_unit", { unit }));
    return;
  }
  if (figure.unit !== null && own?.unit != null && own.unit !== figure.unit) {
    faults.set("unit", fault("units_differ", { unit: String(unit), printed, other: figure.unit }));
    return;
  }
  const factor = figure.unit === null ? (own?.factor ?? 1) : 1;
  record.value = Number((figure.value * factor).toPrecision(15));
  const read = figure.unit ?? own?.unit;
  if (read != null) record.unit = read;
  if (record.op === undefined && figure.op !== "=") record.op = figure.op;
  record.raw ??= figure.unit === null && typeof unit === "string" ? `${printed}${unit}` : printed;
}

/** A record whose cells are read as people write them: labels, dates, numbers, yes and no. What stays unread is left, with the reason. */
export function recordAsWritten(table: TableName, given: RawRecord): { record: RawRecord; faults: ReadonlyMap<string, DatasetFault> } {
  const record: RawRecord = { ...given };
  const faults = new Map<string, DatasetFault>();
  const take = (name: string, read: Read): void => {
    if ("fault" in read) faults.set(name, read.fault(name));
    else record[name] = read.value;
  };
  if (table === "metrics") readMetric(record, faults);
  for (const { name, type, property } of columns[table]) {
    const value = record[name];
    if (property || typeof value !== "string") continue;
    const list = choices[`${table}.${name}`];
    if (list !== undefined && !Object.hasOwn(list, value)) record[name] = labelledValue(list, value) ?? value;
    else if (type === "number" && !faults.has(name)) take(name, readNumber(value));
    else if (type === "boolean" && truths[value.toLowerCase()] !== undefined) record[name] = truths[value.toLowerCase()];
    else if (dates.has(name)) take(name, parseDate(value));
    else if (table === "metrics" && name === "period") take(name, parsePeriod(value));
  }
  return { record, faults };
}
