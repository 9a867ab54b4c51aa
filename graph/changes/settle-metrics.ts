import type { Change } from "#graph/model/change-set.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { MetricContent } from "./content.ts";
import { type Derived, type DocumentFacts, deriveFromEvidence, resolveRivals } from "./derive.ts";
import { keyOfMetric } from "./keys.ts";
import { rivalOf } from "./settle-statements.ts";
import { readMetrics, type StoredClaim } from "./stored.ts";

export interface MetricState extends Derived {
  content: MetricContent;
  key: string;
  rank: string;
  workedOut: string[];
}

export interface SettledMetrics {
  create: MetricState[];
  /** `links`: evidence and links anew, because the content changed. */
  rewrite: { state: MetricState; links: boolean; sinceRevision: number | null }[];
  withdraw: string[];
}

const withKey = "UNWIND $ids AS wanted MATCH (m:MetricObservation {key: wanted}) WHERE m.untilRevision IS NULL RETURN m.id AS id";
const restingOn =
  "UNWIND $ids AS wanted MATCH (m:MetricObservation)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE m.untilRevision IS NULL RETURN m.id AS id, m.key AS key";

function settleStates(
  contents: Iterable<MetricContent>,
  factsOf: (document: string) => DocumentFacts | undefined,
): Map<string, MetricState> {
  const states = new Map<string, MetricState>();
  const groups = new Map<string, MetricState[]>();
  for (const content of contents) {
    const key = keyOfMetric(content);
    const state: MetricState = { content, key, ...deriveFromEvidence(content, factsOf), rank: content.rank ?? "normal", workedOut: [] };
    states.set(content.id, state);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [state]);
    else group.push(state);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const { preferred } = resolveRivals(group.map((it) => rivalOf(it.content, it, `${it.content.value}|${it.content.unit}`)));
    for (const it of group)
      if (preferred.has(it.content.id)) {
        it.rank = "preferred";
        it.workedOut.push("rank");
      }
  }
  return states;
}

const differs = (was: StoredClaim<MetricContent>, state: MetricState): boolean =>
  was.rank !== state.rank ||
  (was.assertedAt ?? undefined) !== state.assertedAt ||
  was.reliability !== state.reliability ||
  was.documents.join() !== state.documents.join();

/** What becomes of the ledger's metrics: the changes, their rivals, and all that rests on a document whose facts changed. */
export async function settleMetrics({
  changes,
  ask,
  isFirst,
  documentsTouched,
  factsOf,
}: {
  changes: readonly Change[];
  ask: Ask;
  isFirst: boolean;
  documentsTouched: readonly string[];
  factsOf: (document: string) => DocumentFacts | undefined;
}): Promise<SettledMetrics> {
  const next = new Map<string, MetricContent>();
  const keys = new Set<string>();
  const changedIds = new Set<string>();
  for (const { record, before, after } of changes) {
    changedIds.add(record.id);
    if (after !== null) next.set(record.id, after as unknown as MetricContent);
    if (!isFirst) for (const it of [before, after] as unknown as (MetricContent | null)[]) if (it !== null) keys.add(keyOfMetric(it));
  }
  const wanted = new Set(changedIds);
  if (!isFirst) {
    for (const [, key] of await askInPortions(ask, { text: restingOn, ids: documentsTouched })) keys.add(key as string);
    for (const [id] of await askInPortions(ask, { text: withKey, ids: [...keys] })) wanted.add(id as string);
  }
  const stored = isFirst ? new Map<string, StoredClaim<MetricContent>>() : await readMetrics(ask, { ids: [...wanted] });
  const standing = [...stored.values()].filter((it) => !changedIds.has(it.content.id)).map((it) => it.content);
  const states = settleStates([...next.values(), ...standing], factsOf);
  const addedIds = new Set(changes.filter((it) => it.before === null).map((it) => it.record.id));
  const settled: SettledMetrics = { create: [], rewrite: [], withdraw: [] };
  for (const state of states.values()) {
    const { id } = state.content;
    const was = stored.get(id);
    const revived = was !== undefined && addedIds.has(id);
    if (was === undefined) settled.create.push(state);
    else if (changedIds.has(id) || differs(was, state))
      settled.rewrite.push({ state, links: changedIds.has(id), sinceRevision: revived ? null : was.sinceRevision });
  }
  for (const { record, after } of changes) {
    if (after === null && stored.has(record.id)) settled.withdraw.push(record.id);
  }
  return settled;
}
