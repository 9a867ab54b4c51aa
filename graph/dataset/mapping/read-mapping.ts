import type { z } from "zod";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { decodeText } from "../decode.ts";
import { jsonFaultPlace, jsonPathPlace } from "../json-places.ts";
import type { ProblemList } from "../problem.ts";
import { checkMapping } from "./check.ts";
import { type Mapping, mapping } from "./schema.ts";

const faultOf = (issue: z.core.$ZodIssue): DatasetFault => {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.join('", "');
    return place === "" ? fault("mapping_unknown_field", { names }) : fault("mapping_unknown_field_in", { names, place });
  }
  if (issue.code === "invalid_value") return fault("mapping_not_one_of", { place, accepted: issue.values.join(", ") });
  if (issue.code === "invalid_union")
    return fault("mapping_no_value", { place, columns: "{columns}", object: '{"value", "map", "otherwise"}' });
  return fault("mapping_unfit", { place, why: issue.message });
};

/** Reads a mapping file. Null when it is none; all faults, by line and column, are in `problems`. */
export function readMapping({ name, bytes }: { name: string; bytes: Uint8Array }, problems: ProblemList): Mapping | null {
  const text = decodeText(bytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.add({ file: name, ...jsonFaultPlace(text), fault: fault("not_json", {}) });
    return null;
  }
  const result = mapping.safeParse(parsed);
  if (!result.success) {
    for (const issue of result.error.issues)
      problems.add({ file: name, ...jsonPathPlace(text, issue.path as (string | number)[]), fault: faultOf(issue) });
    return null;
  }
  const faults = checkMapping(result.data);
  for (const { path, fault: what } of faults) problems.add({ file: name, ...jsonPathPlace(text, path), fault: what });
  return faults.length === 0 ? result.data : null;
}
