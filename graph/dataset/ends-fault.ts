import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relations } from "#graph/vocabulary/relations.ts";

/** Whether a relation may join these kinds; null when it may, else at which end it may not. */
export function endsFault(predicate: RelationType, from: EntityKind, to: EntityKind): DatasetFault | null {
  const relation = relations[predicate];
  if (!relation.from.includes(from)) return fault("wrong_start", { predicate, accepted: relation.from.join(", "), kind: from });
  if (!relation.to.includes(to)) return fault("wrong_end", { predicate, accepted: relation.to.join(", "), kind: to });
  return null;
}
