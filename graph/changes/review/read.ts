import { needsOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { ChangeSetSummary, Decision, ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Ask, askStore } from "../ask.ts";
import { readNewest } from "../ledger.ts";
import { type Head, readHead, readHeads, readParts } from "./stored.ts";
import type { WorkedOut } from "./work-out.ts";

/** A decision as it is kept: also which decision carried it along, so that it can be taken back with that one. */
export type KeptDecision = Decision & { because?: string };

/** What a change set holds beside its changes. */
export type KeptSurroundings = Pick<WorkedOut, "identity" | "remarks" | "refs" | "documents" | "conflictsWith" | "rivals" | "datasets">;

/** Ids of the changes in their order, and what each needs as places in that order. */
export interface Structure {
  ids: string[];
  needs: [place: number, others: number[]][];
}

export function structureOf(changes: readonly Change[]): Structure {
  const ids = changes.map((it) => it.id);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const places = (them: readonly string[]): number[] => them.map((id) => placeOf.get(id) as number);
  return { ids, needs: [...needsOf(changes)].map(([id, others]) => [placeOf.get(id) as number, places(others)]) };
}

export const needsIn = ({ ids, needs }: Structure): Map<string, string[]> =>
  new Map(needs.map(([place, others]) => [ids[place] as string, others.map((it) => ids[it] as string)]));

/** Changes of one part; their decisions stand in the part of the same number. */
export const changesAtOnce = 1000;

export async function readDecisions(ask: Ask, head: Head, which?: readonly number[]): Promise<Map<string, KeptDecision>> {
  const parts = (await readParts(ask, head, "decisions", which)) as (Record<string, KeptDecision> | null)[];
  return new Map(parts.flatMap((it) => (it === null ? [] : Object.entries(it))));
}

export async function readChanges(ask: Ask, head: Head, which?: readonly number[]): Promise<Change[]> {
  const parts = (await readParts(ask, head, "changes", which)) as Omit<Change, "evidence">[][];
  return parts.flat().map((it) => ({ ...it, evidence: ((it.after ?? it.before)?.evidence ?? []) as RecordContent[] }));
}

export const summaryOf = (head: Head, newest: number): ChangeSetSummary => ({
  id: head.id,
  basedOn: head.basedOn,
  state: head.state,
  origin: head.origin,
  title: head.title,
  author: head.author,
  createdAt: head.createdAt,
  sources: head.sources,
  tallies: head.tallies,
  decided: { accepted: head.accepted, rejected: head.rejected, open: head.changes - head.accepted - head.rejected },
  questions: head.questions,
  revision: head.revision,
  stale: head.state === "open" && head.basedOn !== newest,
});

/** Change sets without their changes, the newest first. */
export async function listChangeSets(
  store: GraphStore,
  { state }: { state?: ChangeSetSummary["state"] } = {},
): Promise<ChangeSetSummary[]> {
  const ask = askStore(store);
  const heads = await readHeads(ask, state ?? null);
  const { revision } = await readNewest(ask);
  return heads.map((head) => summaryOf(head, revision));
}

/** A change set with all that its review shows; null when there is none of this id. */
export async function readChangeSet(store: GraphStore, id: string): Promise<ReviewedChangeSet | null> {
  const ask = askStore(store);
  const head = await readHead(ask, id);
  if (head === null) return null;
  const [surroundings] = (await readParts(ask, head, "surroundings")) as [KeptSurroundings];
  const [structure] = (await readParts(ask, head, "structure")) as [Structure];
  const decisions = await readDecisions(ask, head);
  const changes = await readChanges(ask, head);
  const { revision } = await readNewest(ask);
  const { datasets, ...shown } = surroundings;
  return {
    ...summaryOf(head, revision),
    version: head.version,
    changes,
    ...(datasets.length === 0 ? {} : { datasets }),
    decisions: Object.fromEntries([...decisions].map(([change, kept]) => [change, decisionOf(kept)])),
    needs: Object.fromEntries(needsIn(structure)),
    silenced: head.silenced,
    ...shown,
  };
}

export const decisionOf = ({ because: _, ...decision }: KeptDecision): Decision => decision;

/** A change as it will be applied: corrected where a person corrected it. */
export const asDecided = (change: Change, decision: Decision | undefined): Change =>
  decision?.edited === undefined
    ? change
    : { ...change, after: decision.edited, evidence: (decision.edited.evidence ?? []) as RecordContent[] };
