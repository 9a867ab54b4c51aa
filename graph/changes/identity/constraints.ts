import type { Constraint } from "#graph/model/entity.ts";
import type { EntityId } from "#graph/model/id.ts";
import type { Ask } from "../ask.ts";
import { hand } from "../edits/hand.ts";

const allPairs = "MATCH (c:Constraint {kind: 'DIFFERENT_FROM'}) RETURN c.left AS left, c.right AS right";

export const pairOf = (a: string, b: string): string => [a, b].sort().join("|");

/** Pairs that no batch may merge. */
export const readDifferent = async (ask: Ask): Promise<Set<string>> =>
  new Set((await ask({ text: allPairs })).map(([left, right]) => pairOf(left as string, right as string)));

/** Two entities that a person keeps apart. */
export const constraintBetween = (a: string, b: string): Constraint => {
  const [left, right] = [a, b].sort() as [EntityId, EntityId];
  return { kind: "DIFFERENT_FROM", left, right, reason: "评审时确认为不同对象", dataset: hand };
};
