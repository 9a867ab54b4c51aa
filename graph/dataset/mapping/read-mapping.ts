import type { z } from "zod";
import { decodeText } from "../decode.ts";
import { jsonFaultPlace, jsonPathPlace } from "../json-places.ts";
import type { ProblemList } from "../problem.ts";
import { checkMapping } from "./check.ts";
import { type Mapping, mapping } from "./schema.ts";

const messageOf = (issue: z.core.$ZodIssue): string => {
  const what = issue.path.join(".");
  if (issue.code === "unrecognized_keys") return `unknown "${issue.keys.join('", "')}"${what === "" ? "" : ` in ${what}`}`;
  if (issue.code === "invalid_value") return `${what} is not one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_union") return `${what} is neither text with {columns} nor {"value", "map", "otherwise"}`;
  return `${what}: ${issue.message}`;
};

/** Reads a mapping file. Null when it is none; all faults, by line and column, are in `problems`. */
export function readMapping({ name, bytes }: { name: string; bytes: Uint8Array }, problems: ProblemList): Mapping | null {
  const text = decodeText(bytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.add({ file: name, ...jsonFaultPlace(text), message: "this is not JSON from here on" });
    return null;
  }
  const result = mapping.safeParse(parsed);
  if (!result.success) {
    for (const issue of result.error.issues)
      problems.add({ file: name, ...jsonPathPlace(text, issue.path as (string | number)[]), message: messageOf(issue) });
    return null;
  }
  const faults = checkMapping(result.data);
  for (const { path, message } of faults) problems.add({ file: name, ...jsonPathPlace(text, path), message });
  return faults.length === 0 ? result.data : null;
}
