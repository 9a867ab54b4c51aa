import { createStore } from "zustand/vanilla";
import type { EvidenceAnswer, MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";

/** What is laid side by side: claims that exclude each other, the preferred one first, or the sources of one claim. */
export type Comparison =
  | { of: "statements"; claims: readonly StatementAnswer[] }
  | { of: "metrics"; claims: readonly MetricAnswer[] }
  | { of: "sources"; title: string; evidence: readonly EvidenceAnswer[] };

export const comparison = createStore<{ open: Comparison | null }>(() => ({ open: null }));

export const compare = (open: Comparison): void => comparison.setState({ open });
export const endComparison = (): void => comparison.setState({ open: null });
