import type { Value } from "#graph/model/cypher-result.ts";

export interface Question {
  /** What a person wants to know. */
  readonly asks: string;
  readonly text: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rows: Value[][];
}
