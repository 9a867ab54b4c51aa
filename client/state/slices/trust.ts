import type { Reliability } from "#graph/vocabulary/marks.ts";

/** Whose statements are shown: of these documents (null: of all), the best of them at least so reliable (null: any). */
export interface Trust {
  readonly documents: ReadonlySet<string> | null;
  readonly reliability: Reliability | null;
}

export const trustAll: Trust = { documents: null, reliability: null };
