import { QueryInvalid } from "../store.ts";

const [least, greatest] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * Parameters as the driver takes them: whole numbers as integers (it would send every JavaScript number as a float), bigints and
 * `{$integer}` as integers, a Date as its ISO string, `undefined` left out. Throws QueryInvalid for an integer beyond 64 bits or a value that Cypher has no type for.
 */
export function encodeParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) encoded[name] = encode(value, name);
  return encoded;
}

function encode(value: unknown, name: string): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case "bigint":
      return within64Bits(value, name);
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map((it) => (it === undefined ? null : encode(it, name)));
      if (value instanceof Date) return value.toISOString();
      if ("$integer" in value) return within64Bits(integerOf(value.$integer, name), name);
      return encodeParameters(value as Record<string, unknown>);
    default:
      throw notTaken(name, `holds a ${typeof value}`);
  }
}

function integerOf(digits: unknown, name: string): bigint {
  if (typeof digits !== "string" || !/^-?\d+$/.test(digits)) throw notTaken(name, "has an $integer that is not a string of digits");
  return BigInt(digits);
}

function within64Bits(value: bigint, name: string): bigint {
  if (value < least || value > greatest) throw notTaken(name, `holds ${value}, beyond the integers of 64 bits`);
  return value;
}

const notTaken = (name: string, fault: string) =>
  new QueryInvalid({
    operation: "Query not run",
    fault: `the parameter $${name} ${fault}`,
    remedy: "pass texts, numbers, booleans, null, lists and maps of them",
  });
