import { attributeOf, endsProblem } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { modalities } from "#graph/vocabulary/marks.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { readUnit } from "../written/units.ts";
import { isConstantId, type MappedValue, type Mapping } from "./schema.ts";
import { columnsOf, templateOf } from "./template.ts";

export interface MappingFault {
  path: (string | number)[];
  message: string;
}

/** What the schema cannot tell: roles that exist, attributes and properties that the vocabulary has, ends that a relation may join. */
export function checkMapping({ entities, relations: claims, metrics }: Mapping): MappingFault[] {
  const faults: MappingFault[] = [];
  const roles = Object.keys(entities);
  const kindAt = (path: (string | number)[], role: string): EntityKind | undefined => {
    const kind = entities[role]?.kind;
    if (kind === undefined) faults.push({ path, message: `"${role}" is none of the entities: ${roles.join(", ") || "there are none"}` });
    return kind;
  };
  for (const [role, { kind, id, split, attributes = {} }] of Object.entries(entities)) {
    const at = ["entities", role];
    if (id !== undefined && columnsOf(id).length === 0 && !isConstantId(id))
      faults.push({ path: [...at, "id"], message: `"${id}" is neither an id nor a template with a {column}` });
    if (id !== undefined && split !== undefined)
      faults.push({ path: [...at, "split"], message: "one id cannot be that of several; leave out id or split" });
    for (const name of Object.keys(attributes))
      if (attributeOf(kind, name) === undefined) {
        const accepted = Object.keys(kinds[kind].properties).join(", ") || "none";
        faults.push({ path: [...at, "attributes", name], message: `"${name}" is no attribute of ${kind}; it has ${accepted}` });
      }
  }
  for (const [index, { subject, predicate, object, properties = {}, status, basis }] of claims.entries()) {
    const at = ["relations", index];
    const [from, to] = [kindAt([...at, "subject"], subject), kindAt([...at, "object"], object)];
    const wrong = from === undefined || to === undefined ? null : endsProblem(predicate, from, to);
    if (wrong !== null) faults.push({ path: [...at, "predicate"], message: wrong });
    for (const name of Object.keys(properties))
      if (!Object.hasOwn(relations[predicate].properties, name))
        faults.push({ path: [...at, "properties", name], message: `${predicate} has no property "${name}"` });
    if (status === "inferred" && basis === undefined)
      faults.push({ path: at, message: "basis is missing: an inferred statement says what it rests on" });
  }
  for (const [index, metric] of metrics.entries()) {
    const at = ["metrics", index];
    for (const field of ["subject", "region", "denominator", "plan", "product"] as const)
      if (metric[field] !== undefined) kindAt([...at, field], metric[field]);
    if (metric.unit !== undefined && readUnit(metric.unit) === null)
      faults.push({ path: [...at, "unit"], message: `the unit "${metric.unit}" is not known` });
    for (const given of constantsOf(metric.modality))
      if (!Object.hasOwn(modalities, given))
        faults.push({ path: [...at, "modality"], message: `"${given}" is not one of ${Object.keys(modalities).join(", ")}` });
  }
  return faults;
}

/** What a value can only be, whatever a row holds. */
function constantsOf(value: MappedValue): string[] {
  if (typeof value !== "string") return [...Object.values(value.map), ...(value.otherwise == null ? [] : [value.otherwise])];
  return columnsOf(templateOf(value)).length === 0 ? [value] : [];
}
