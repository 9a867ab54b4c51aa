import type { z } from "zod";
import { type TableName, tableNames, tables } from "#graph/model/dataset.ts";
import { attributeNames } from "#graph/model/statement.ts";
import { relationPropertyNames } from "#graph/vocabulary/relations.ts";

/** How a cell's text becomes a value. */
export type CellType = "text" | "number" | "boolean" | "list";

export interface Column {
  name: string;
  type: CellType;
  required: boolean;
  /** An own property of a relation: it goes into the statement's `properties`. */
  property: boolean;
}

const unwrap = (schema: z.ZodType): { inner: z.ZodType; required: boolean } => {
  const definition = schema.def as { type: string; innerType?: z.ZodType };
  if ((definition.type === "optional" || definition.type === "default") && definition.innerType !== undefined)
    return { inner: unwrap(definition.innerType).inner, required: false };
  return { inner: schema, required: true };
};

const cellTypeOf = (schema: z.ZodType): CellType => {
  const { type } = schema.def as { type: string };
  if (type === "number" || type === "int") return "number";
  if (type === "boolean") return "boolean";
  return type === "array" ? "list" : "text";
};

const columnsOfTable = (table: TableName): Column[] => {
  const shape: Record<string, z.ZodType> = tables[table].shape;
  const own = Object.entries(shape)
    .filter(([name]) => name !== "properties")
    .map(([name, schema]): Column => {
      const { inner, required } = unwrap(schema);
      return { name, type: cellTypeOf(inner), required, property: false };
    });
  if (table !== "statements") return own;
  return [...own, ...relationPropertyNames.map((name): Column => ({ name, type: "text", required: false, property: true }))];
};

/** The columns of each table, in the order in which they are written: the model's fields, then the relations' own properties. */
export const columns: Readonly<Record<TableName, readonly Column[]>> = Object.fromEntries(
  tableNames.map((table) => [table, columnsOfTable(table)]),
) as Record<TableName, Column[]>;

/** Every predicate that a statement may have besides the relations. */
export const attributeList = [...attributeNames].sort();
