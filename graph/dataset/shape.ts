import type { z } from "zod";
import { type Dataset, type TableName, tableNames, tables } from "#graph/model/dataset.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import { columns } from "./columns.ts";
import type { Locate, RawDataset, RawRecord } from "./locator.ts";
import type { ProblemList } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** `ownership "国有" is not one of …`: which field, what was given, what is accepted. */
function messageOf(issue: Issue, record: RawRecord, table: TableName): string {
  const field = String(issue.path[0] ?? "");
  const given = record[field];
  if (issue.code === "unrecognized_keys")
    return `unknown field "${issue.keys.join('", "')}"; accepted: ${columns[table].map((column) => column.name).join(", ")}`;
  if (issue.code === "invalid_type" && given === undefined) return `${field} is missing`;
  const what = `${field} ${typeof given === "string" ? `"${given}"` : JSON.stringify(given)}`;
  if (issue.code === "invalid_value") return `${what} is not one of ${issue.values.join(", ")}`;
  return `${what}: ${issue.message}`;
}

const numeric = new Set(["number", "integer", "percent"]);

/** Own properties as the vocabulary types them: numbers as numbers, all else as text, names in order. */
function typedProperties(predicate: string, properties: Record<string, string | number>): Record<string, string | number> {
  const names = Object.keys(properties);
  if (names.length === 0 || !isRelationType(predicate)) return properties;
  const definitions = relations[predicate].properties;
  const typed: Record<string, string | number> = {};
  for (const name of names.sort()) {
    const value = properties[name] as string | number;
    const asNumber = numeric.has(definitions[name]?.type ?? "") && value !== "" && Number.isFinite(Number(value));
    typed[name] = asNumber ? Number(value) : String(value);
  }
  return typed;
}

/** Checks each record against its schema. A record with a fault is left in its place as it came, so that numbering stays. */
export function checkShapes({ raw, locate, problems }: { raw: RawDataset; locate: Locate; problems: ProblemList }): Dataset {
  const typed: Record<string, unknown[]> = {};
  for (const table of tableNames) {
    const schema = tables[table] as z.ZodType;
    typed[table] = raw[table].map((record, index) => {
      const result = schema.safeParse(record);
      if (result.success) return result.data;
      for (const issue of result.error.issues)
        problems.add({
          ...locate(table, index, issue.code === "unrecognized_keys" ? issue.keys[0] : (issue.path[0] as string | undefined)),
          message: messageOf(issue, record, table),
        });
      return table === "statements" ? { properties: {}, ...record } : record;
    });
  }
  const dataset = typed as Dataset;
  for (const statement of dataset.statements)
    if (typeof statement.properties === "object") statement.properties = typedProperties(statement.predicate, statement.properties);
  return dataset;
}
