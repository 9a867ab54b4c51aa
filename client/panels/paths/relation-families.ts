import type { RelationType } from "#graph/vocabulary/relations.ts";

/** Relations in the groups in which a path takes or avoids them; each relation stands in one. */
export const relationFamilies = {
  ownership: ["SUBSIDIARY_OF", "OWNS", "RESTRUCTURED_WITH", "OPERATES"],
  chain: ["PART_OF_CHAIN", "LEADS_CHAIN", "MEMBER_OF"],
  materials: ["PRODUCES", "USES_INPUT", "SUPPLIES", "UPSTREAM_OF"],
  building: ["BUILDS", "ATTRACTS", "INVOLVES", "APPROVES"],
  plans: ["COVERS", "TARGETS", "IMPLEMENTS", "APPLIES_TO", "PART_OF_PLAN", "ISSUES", "ALIGNED_WITH", "LEADS", "FOCUSES_ON"],
  places: ["LOCATED_IN", "HOSTS"],
  partners: ["PARTNERS_WITH"],
  support: ["SUPPORTS", "GRANTS", "GUIDES", "FUNDS", "ESTABLISHES"],
  honours: ["RANKED_IN", "RECOGNIZED_AS"],
  people: ["HOLDS_POSITION"],
} as const satisfies Record<string, readonly RelationType[]>;
export type RelationFamily = keyof typeof relationFamilies;
