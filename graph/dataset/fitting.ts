import type { z } from "zod";
import type { RawRecord } from "./locator.ts";

/** A value as the schema takes it; `unfit` where it does not, or where only the schema itself can tell. */
type Take = (value: unknown) => unknown;
const unfit = Symbol("unfit");

interface Definition {
  type: string;
  innerType?: z.ZodType;
  defaultValue?: unknown;
  options?: readonly z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  entries?: Readonly<Record<string, string>>;
  check?: string;
  format?: string;
  checks?: readonly { _zod: { def: CheckDefinition } }[];
}
interface CheckDefinition {
  check: string;
  format?: string;
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
  value?: number;
  inclusive?: boolean;
}
const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** Whether a value passes one of zod's checks; null for a check that only zod can make. */
function testOf({ check, format, pattern, minimum = 0, maximum = 0, value: bound = 0, inclusive }: CheckDefinition) {
  switch (check) {
    case "string_format":
      return format === "regex" && pattern !== undefined ? (value: string | number) => pattern.test(value as string) : null;
    case "min_length":
      return (value: string | number) => (value as string).length >= minimum;
    case "max_length":
      return (value: string | number) => (value as string).length <= maximum;
    case "greater_than":
      return (value: string | number) => (inclusive ? (value as number) >= bound : (value as number) > bound);
    case "less_than":
      return (value: string | number) => (inclusive ? (value as number) <= bound : (value as number) < bound);
    case "number_format":
      return format === "safeint" ? (value: string | number) => Number.isSafeInteger(value) : null;
    default:
      return null;
  }
}

/** The first of some that takes the value. */
const firstOf =
  (takes: readonly Take[]): Take =>
  (value) => {
    for (const take of takes) {
      const taken = take(value);
      if (taken !== unfit) return taken;
    }
    return unfit;
  };

const recordOf =
  (takeName: Take, takeValue: Take): Take =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return unfit;
    const fit: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      const taken = takeName(name) === unfit ? unfit : takeValue((value as Record<string, unknown>)[name]);
      if (taken === unfit) return unfit;
      fit[name] = taken;
    }
    return fit;
  };

function takeOf(schema: z.ZodType): Take {
  const byZod: Take = (value) => {
    const result = schema.safeParse(value);
    return result.success ? result.data : unfit;
  };
  const { type, entries, options, keyType, valueType, check, format, checks = [] } = definitionOf(schema);
  if (type === "enum" && entries !== undefined) {
    // The vocabulary's own text is handed on: a million rows then share it.
    const values = new Map(Object.values(entries).map((value) => [value, value]));
    return (value) => values.get(value as string) ?? unfit;
  }
  if (type === "boolean") return (value) => (typeof value === "boolean" ? value : unfit);
  if (type === "union") return firstOf((options ?? []).map(takeOf));
  if (type === "record" && keyType !== undefined && valueType !== undefined && definitionOf(keyType).type === "string")
    return recordOf(takeOf(keyType), takeOf(valueType));
  if (type !== "string" && type !== "number") return byZod;
  const own = check === undefined || type === "string" ? [] : [{ check, ...(format === undefined ? {} : { format }) }];
  const tests = [...own, ...checks.map((it) => it._zod.def)].map(testOf);
  const made = tests.filter((test) => test !== null);
  if (made.length < tests.length) return byZod;
  return (value) => {
    if (type === "string" ? typeof value !== "string" : !Number.isFinite(value)) return unfit;
    for (const test of made) if (!test(value as string | number)) return unfit;
    return value;
  };
}

interface Field {
  name: string;
  take: Take;
  /** What stands for an absent value; undefined: nothing does. */
  absent: (() => unknown) | undefined;
  required: boolean;
}

const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null;

function fieldOf([name, schema]: [string, z.ZodType]): Field {
  const definition = definitionOf(schema);
  const inner = definition.innerType;
  if (inner === undefined || (definition.type !== "optional" && definition.type !== "default"))
    return { name, take: takeOf(schema), absent: undefined, required: true };
  const { defaultValue } = definition;
  const absent = definition.type !== "default" ? undefined : () => (isPlain(defaultValue) ? { ...defaultValue } : defaultValue);
  return { name, take: takeOf(inner), absent, required: false };
}

/**
 * A strict object schema as one plain function: a record that fits comes back as the schema would parse it; null where it does not, or
 * where the schema says more than this can check. Several times as fast as the schema, which is left to say what is wrong.
 */
export function fitting<T>(schema: z.ZodObject): (record: RawRecord) => T | null {
  const whole = definitionOf(schema);
  if ((whole.checks ?? []).length > 0) {
    return (record) => {
      const result = schema.safeParse(record);
      return result.success ? (result.data as T) : null;
    };
  }
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(fieldOf);
  return (record) => {
    const fit: Record<string, unknown> = {};
    let found = 0;
    for (const { name, take, absent, required } of fields) {
      const value = record[name];
      if (value === undefined) {
        if (required || name in record) return null;
        if (absent !== undefined) fit[name] = absent();
        continue;
      }
      const taken = take(value);
      if (taken === unfit) return null;
      fit[name] = taken;
      found += 1;
    }
    let given = 0;
    for (const _ in record) given += 1;
    return given === found ? (fit as T) : null;
  };
}
