import type { z } from "zod";
import { type Dataset, type TableName, tableNames, tables } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { columns } from "./columns.ts";
import { fitting } from "./fitting.ts";
import type { RawRecord } from "./locator.ts";
import { recordAsWritten } from "./written/record.ts";

type Issue = z.core.$ZodIssue;
type Report = (field: string, what: DatasetFault) => void;

const expected: Readonly<Record<string, "not_number" | "not_whole" | "not_truth">> = {
  number: "not_number",
  int: "not_whole",
  boolean: "not_truth",
};

interface What {
  field: string;
  given: string;
}

function boundFault(issue: Extract<Issue, { code: "too_small" | "too_big" }>, what: What): DatasetFault {
  const small = issue.code === "too_small";
  const bound = Number(small ? issue.minimum : issue.maximum);
  if (issue.origin === "string") {
    if (small && bound === 1) return fault("empty", { field: what.field, given: "" });
    return fault(small ? "shorter" : "longer", { ...what, bound });
  }
  if (issue.inclusive === false) return fault(small ? "not_larger" : "not_smaller", { ...what, bound });
  return fault(small ? "smaller" : "larger", { ...what, bound });
}

/** `ownership "国有" is not one of …`: which field, what was given, what is accepted. */
function faultOf(issue: Issue, record: RawRecord, table: TableName): DatasetFault {
  const field = String(issue.path[0] ?? "");
  const given = record[field];
  if (issue.code === "unrecognized_keys")
    return fault("unknown_field", { names: issue.keys.join('", "'), accepted: columns[table].map((column) => column.name).join(", ") });
  if (given === undefined) return fault("missing", { field });
  const what = { field, given: typeof given === "string" ? `"${given}"` : JSON.stringify(given) };
  if (issue.code === "invalid_value") return fault("not_one_of", { ...what, accepted: issue.values.join(", ") });
  if (issue.code === "too_small" || issue.code === "too_big") return boundFault(issue, what);
  const code = issue.code === "invalid_type" ? expected[issue.expected] : undefined;
  return code === undefined ? fault("unfit", { ...what, why: issue.message }) : fault(code, what);
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
  for (const [field, what] of faults) report(field, what);
  for (const issue of again.error?.issues ?? []) {
    const field = String((issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0]) ?? "");
    // A figure that cannot be read may have held the unit.
    const unsaid = field === "unit" && given.unit === undefined && faults.has("value");
    if (!faults.has(field) && !unsaid) report(field, faultOf(issue, record, table));
  }
  return (table === "statements" ? { properties: {}, ...record } : record) as Dataset[T][number];
}
