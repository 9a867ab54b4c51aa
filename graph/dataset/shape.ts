import type { z } from "zod";
import { type Dataset, type TableName, tableNames, tables } from "#graph/model/dataset.ts";
import { columns } from "./columns.ts";
import { fitting } from "./fitting.ts";
import type { RawRecord } from "./locator.ts";
import { recordAsWritten } from "./written/record.ts";

type Issue = z.core.$ZodIssue;
type Report = (field: string, message: string) => void;

const expectations: Readonly<Record<string, string>> = { number: "a number", int: "a whole number", boolean: "true or false" };

/** `smaller than 0`, `longer than 200 characters`. */
function boundOf(issue: Extract<Issue, { code: "too_small" | "too_big" }>): string {
  const small = issue.code === "too_small";
  const bound = small ? issue.minimum : issue.maximum;
  if (issue.origin === "string") return Number(bound) === 1 ? "empty" : `${small ? "shorter" : "longer"} than ${bound} characters`;
  const beyond = small ? "smaller" : "larger";
  return issue.inclusive === false ? `not ${small ? "larger" : "smaller"} than ${bound}` : `${beyond} than ${bound}`;
}

/** `ownership "国有" is not one of …`: which field, what was given, what is accepted. */
function messageOf(issue: Issue, record: RawRecord, table: TableName): string {
  const field = String(issue.path[0] ?? "");
  const given = record[field];
  if (issue.code === "unrecognized_keys")
    return `unknown field "${issue.keys.join('", "')}"; accepted: ${columns[table].map((column) => column.name).join(", ")}`;
  if (given === undefined) return `${field} is missing`;
  const what = `${field} ${typeof given === "string" ? `"${given}"` : JSON.stringify(given)}`;
  if (issue.code === "invalid_value") return `${what} is not one of ${issue.values.join(", ")}`;
  if (issue.code === "too_small" || issue.code === "too_big") return `${what} is ${boundOf(issue)}`;
  const expected = issue.code === "invalid_type" ? expectations[issue.expected] : undefined;
  return expected === undefined ? `${what}: ${issue.message}` : `${what} is not ${expected}`;
}

const fits = Object.fromEntries(tableNames.map((table) => [table, fitting(tables[table])])) as Record<
  TableName,
  (record: RawRecord) => unknown
>;

/**
 * A record against its schema, defaults filled in. What does not fit at once is read as people write it (labels, dates, figures) and tried
 * again. A record with a fault comes back as it came, for the other checks.
 */
export function shaped<T extends TableName>(table: T, given: RawRecord, report: Report): Dataset[T][number] {
  const fit = fits[table](given);
  if (fit !== null) return fit as Dataset[T][number];
  const schema = tables[table] as unknown as z.ZodType<Dataset[T][number]>;
  const { record, faults } = recordAsWritten(table, given);
  const again = schema.safeParse(record);
  if (again.success && faults.size === 0) return again.data;
  for (const [field, message] of faults) report(field, message);
  for (const issue of again.error?.issues ?? []) {
    const field = String((issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0]) ?? "");
    // A figure that cannot be read may have held the unit.
    const unsaid = field === "unit" && given.unit === undefined && faults.has("value");
    if (!faults.has(field) && !unsaid) report(field, messageOf(issue, record, table));
  }
  return (table === "statements" ? { properties: {}, ...record } : record) as Dataset[T][number];
}
