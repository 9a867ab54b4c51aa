import type { RelationType } from "#graph/vocabulary/relations.ts";

/** Who is meant where a sentence leaves an end unsaid. */
export type Implied =
  | "home"
  | "region"
  | "body"
  | "ranking"
  | "fund"
  | "company"
  | "nearest"
  | "carried"
  | "winner"
  | "project"
  | "park"
  | "platform"
  | "chain"
  | "policy";

/**
 * One way in which the genre says a relation. `pattern` speaks of masked words (see text/masked.ts) and names its ends `s` and `o`;
 * an end that it does not name is the implied one. `{S}` is a firm that is named or carried on (see carried.ts).
 */
export interface Rule {
  readonly name: string;
  readonly predicate: RelationType;
  readonly pattern: string;
  readonly subject?: Implied;
  readonly object?: Implied;
  /** 1 where a clause says it; below for what is read from the order of words. */
  readonly confidence?: number;
  readonly inferred?: string;
  /** Several subjects and as many objects belong together in their order: 分别. */
  readonly inOrder?: true;
  /** A wish or plan in the clause: refused unless the relation itself is one. */
  readonly wish?: "refuse" | "keep";
  /** Properties from the named groups of the match. */
  readonly properties?: (groups: Readonly<Record<string, string | undefined>>) => Record<string, string | number>;
}

export const act = (groups: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  groups.act ? { act: groups.act } : {};
