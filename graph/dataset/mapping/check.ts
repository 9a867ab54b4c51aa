import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { attributeOf } from "#graph/model/statement.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { modalities } from "#graph/vocabulary/marks.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import { endsFault } from "../ends-fault.ts";
import { readUnit } from "../written/units.ts";
import { isConstantId, type MappedValue, type Mapping } from "./schema.ts";
import { columnsOf, templateOf } from "./template.ts";

export interface MappingFault {
  path: (string | number)[];
  fault: DatasetFault;
}

/** What the schema cannot tell: roles that exist, attributes and properties that the vocabulary has, ends that a relation may join. */
export function checkMapping({ entities, relations: claims, metrics }: Mapping): MappingFault[] {
  const faults: MappingFault[] = [];
  const roles = Object.keys(entities);
  const kindAt = (path: (string | number)[], role: string): EntityKind | undefined => {
    const kind = entities[role]?.kind;
    if (kind === undefined)
      faults.push({
        path,
        fault: roles.length === 0 ? fault("no_roles", { role }) : fault("no_role", { role, accepted: roles.join(", ") }),
      });
    return kind;
  };
  for (const [role, { kind, id, split, attributes = {} }] of Object.entries(entities)) {
    const at = ["entities", role];
    if (id !== undefined && columnsOf(id).length === 0 && !isConstantId(id))
      faults.push({ path: [...at, "id"], fault: fault("no_id_template", { id, column: "{column}" }) });
    if (id !== undefined && split !== undefined) faults.push({ path: [...at, "split"], fault: fault("one_id_of_several", {}) });
    for (const name of Object.keys(attributes))
      if (attributeOf(kind, name) === undefined) {
        const accepted = Object.keys(kinds[kind].properties).join(", ") || "none";
        faults.push({ path: [...at, "attributes", name], fault: fault("no_attribute", { name, kind, accepted }) });
      }
  }
  for (const [index, { subject, predicate, object, properties = {}, status, basis }] of claims.entries()) {
    const at = ["relations", index];
    const [from, to] = [kindAt([...at, "subject"], subject), kindAt([...at, "object"], object)];
    const wrong = from === undefined || to === undefined ? null : endsFault(predicate, from, to);
    if (wrong !== null) faults.push({ path: [...at, "predicate"], fault: wrong });
    for (const name of Object.keys(properties))
      if (!Object.hasOwn(relations[predicate].properties, name))
        faults.push({ path: [...at, "properties", name], fault: fault("mapped_no_property", { predicate, name }) });
    if (status === "inferred" && basis === undefined) faults.push({ path: at, fault: fault("no_basis", {}) });
  }
  for (const [index, metric] of metrics.entries()) {
    const at = ["metrics", index];
    for (const field of ["subject", "region", "denominator", "plan", "product"] as const)
      if (metric[field] !== undefined) kindAt([...at, field], metric[field]);
    if (metric.unit !== undefined && readUnit(metric.unit) === null)
      faults.push({ path: [...at, "unit"], fault: fault("mapped_unknown_unit", { unit: metric.unit }) });
    for (const given of constantsOf(metric.modality))
      if (!Object.hasOwn(modalities, given))
        faults.push({ path: [...at, "modality"], fault: fault("no_modality", { given, accepted: Object.keys(modalities).join(", ") }) });
  }
  return faults;
}

/** What a value can only be, whatever a row holds. */
function constantsOf(value: MappedValue): string[] {
  if (typeof value !== "string") return [...Object.values(value.map), ...(value.otherwise == null ? [] : [value.otherwise])];
  return columnsOf(templateOf(value)).length === 0 ? [value] : [];
}
