import type { Change } from "#graph/model/change-set.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type Ask, askInPortions } from "./ask.ts";
import type { StatementContent } from "./content.ts";
import { type DocumentFacts, deriveFromEvidence, type Rival, resolveRivals } from "./derive.ts";
import { conflictGroup } from "./keys.ts";
import { type Edge, edgeOf, type StatementState } from "./projection.ts";
import { relationsDuring, settleHolding, timedEnds, timesTouched } from "./settle-holding.ts";
import { readStatements, type StoredClaim } from "./stored.ts";

export interface SettledStatements {
  /** New in the ledger. */
  create: StatementState[];
  /** Known in the ledger: all properties anew, evidence too where its content changed. */
  rewrite: { state: StatementState; evidence: boolean; sinceRevision: number | null }[];
  withdraw: string[];
  dropEdges: Edge[];
  createEdges: Edge[];
  /** Of every subject whose attributes are touched, all its active attribute statements. */
  attributes: Map<string, StatementState[]>;
}

const attributesOf =
  "UNWIND $ids AS wanted MATCH (s:Statement {subject: wanted}) WHERE s.untilRevision IS NULL AND s.object IS NULL RETURN s.id AS id";
const restingOn =
  "UNWIND $ids AS wanted MATCH (s:Statement)-[:SUPPORTED_BY]->(d:Document {id: wanted}) WHERE s.untilRevision IS NULL RETURN s.id AS id, s.subject AS subject";

const isAttributeContent = (it: StatementContent): boolean => it.object === undefined;

export const rivalOf = (
  it: { id: string; confidence: number; rank?: string | undefined },
  { reliability, assertedAt }: Pick<StatementState, "reliability" | "assertedAt">,
  said: string,
): Rival => ({ id: it.id, said, confidence: it.confidence, reliability, assertedAt, rank: it.rank });

/**
 * The states of contents that may exclude each other, ranked and closed together, and told when they hold: the attributes of every end
 * that has a time of its own belong to the contents, or to what is known `beside` them, which gets no state.
 */
export function statementStates(
  contents: Iterable<StatementContent>,
  factsOf: (document: string) => DocumentFacts | undefined,
  kindOf: (id: string) => EntityKind | undefined,
  beside: readonly StatementContent[] = [],
): Map<string, StatementState> {
  const states = new Map<string, StatementState>();
  const groups = new Map<string, StatementState[]>();
  for (const content of contents) {
    const state: StatementState = {
      content,
      ...deriveFromEvidence(content, factsOf),
      rank: content.rank ?? "normal",
      validFrom: content.validFrom,
      validTo: content.validTo,
      workedOut: [],
    };
    states.set(content.id, state);
    const group = conflictGroup(content, kindOf(content.subject));
    if (group === null) continue;
    const rivals = groups.get(group);
    if (rivals === undefined) groups.set(group, [state]);
    else rivals.push(state);
  }
  for (const rivals of groups.values()) {
    if (rivals.length < 2) continue;
    const { preferred, validTo } = resolveRivals(
      rivals.map((it) => ({
        ...rivalOf(it.content, it, it.content.object ?? it.content.value ?? ""),
        validFrom: it.content.validFrom,
        validTo: it.content.validTo,
      })),
    );
    for (const it of rivals) {
      if (preferred.has(it.content.id)) {
        it.rank = "preferred";
        it.workedOut.push("rank");
      }
      const closed = validTo.get(it.content.id);
      if (closed !== undefined) {
        it.validTo = closed;
        it.workedOut.push("validTo");
      }
    }
  }
  settleHolding(states, kindOf, beside.length === 0 ? states : statementStates(beside, factsOf, kindOf));
  return states;
}

export const storedState = (it: StoredClaim<StatementContent>): StatementState => ({
  content: it.content,
  documents: it.documents,
  assertedAt: it.assertedAt ?? undefined,
  reliability: it.reliability as StatementState["reliability"],
  drawn: it.drawn,
  rank: it.rank,
  validFrom: it.validFrom ?? undefined,
  validTo: it.validTo ?? undefined,
  workedOut: [],
});

const derivedPart = ({ documents, assertedAt, reliability, drawn, rank, validFrom, validTo }: StatementState): string =>
  JSON.stringify([documents, assertedAt ?? null, reliability, drawn, rank, validFrom ?? null, validTo ?? null]);

/**
 * What becomes of the ledger's statements and of their edges. Beyond the changes themselves it takes in what they touch: rivals of a
 * changed attribute, and all that rests on a document whose date or reliability changed.
 */
export async function settleStatements({
  changes,
  ask,
  isFirst,
  documentsTouched,
  entitiesTouched,
  factsOf,
  kindOf,
  timesOf,
}: {
  changes: readonly Change[];
  ask: Ask;
  /** The store holds no statement: nothing need be read. */
  isFirst: boolean;
  documentsTouched: readonly string[];
  /** Entities whose node is written anew. */
  entitiesTouched: readonly string[];
  factsOf: (document: string) => DocumentFacts | undefined;
  kindOf: (id: string) => EntityKind | undefined;
  /** Attributes that tell the time of these entities, where they are not among the changes and nothing can be asked. */
  timesOf?: (ids: readonly string[]) => StatementContent[];
}): Promise<SettledStatements> {
  const next = new Map<string, StatementContent>();
  const touchedSubjects = new Set(entitiesTouched);
  const changedIds = new Set<string>();
  for (const { record, before, after } of changes) {
    changedIds.add(record.id);
    if (after !== null) next.set(record.id, after as unknown as StatementContent);
    for (const content of [before, after] as unknown as (StatementContent | null)[])
      if (content !== null && isAttributeContent(content)) touchedSubjects.add(content.subject);
  }
  const wanted = new Set(changedIds);
  if (!isFirst) {
    for (const [id, subject] of await askInPortions(ask, { text: restingOn, ids: documentsTouched })) {
      wanted.add(id as string);
      touchedSubjects.add(subject as string);
    }
    for (const id of await relationsDuring(ask, timesTouched(changes, kindOf))) wanted.add(id);
    for (const [id] of await askInPortions(ask, { text: attributesOf, ids: [...touchedSubjects] })) wanted.add(id as string);
  }
  const stored = isFirst ? new Map<string, StoredClaim<StatementContent>>() : await readStatements(ask, { ids: [...wanted] });
  if (!isFirst) {
    const standing = [...stored.values()].map((it) => it.content);
    const timed = [...timedEnds(next.values(), kindOf), ...timedEnds(standing, kindOf)].filter((id) => !touchedSubjects.has(id));
    const ids = (await askInPortions(ask, { text: attributesOf, ids: timed })).map(([id]) => id as string);
    for (const [id, claim] of await readStatements(ask, { ids: ids.filter((id) => !stored.has(id)) })) stored.set(id, claim);
  }
  const standing = [...stored.values()].filter((it) => !changedIds.has(it.content.id)).map((it) => it.content);
  const beside = timesOf?.(timedEnds(next.values(), kindOf)) ?? [];
  const states = statementStates([...next.values(), ...standing], factsOf, kindOf, beside);

  const settled: SettledStatements = {
    create: [],
    rewrite: [],
    withdraw: [],
    dropEdges: [],
    createEdges: [],
    attributes: new Map(),
  };
  const addedIds = new Set(changes.filter((it) => it.before === null).map((it) => it.record.id));
  for (const state of states.values()) {
    const { id } = state.content;
    const was = stored.get(id);
    const revived = was !== undefined && addedIds.has(id);
    if (was === undefined) settled.create.push(state);
    else if (changedIds.has(id) || derivedPart(storedState(was)) !== derivedPart(state))
      settled.rewrite.push({ state, evidence: changedIds.has(id), sinceRevision: revived ? null : was.sinceRevision });
    replaceEdge(settled, was === undefined || revived ? null : edgeOf(storedState(was)), edgeOf(state));
    if (isAttributeContent(state.content) && touchedSubjects.has(state.content.subject)) {
      const of = settled.attributes.get(state.content.subject);
      if (of === undefined) settled.attributes.set(state.content.subject, [state]);
      else of.push(state);
    }
  }
  for (const { record, after } of changes) {
    if (after !== null) continue;
    const was = stored.get(record.id);
    if (was === undefined) continue;
    settled.withdraw.push(record.id);
    replaceEdge(settled, edgeOf(storedState(was)), null);
  }
  for (const subject of touchedSubjects) if (!settled.attributes.has(subject)) settled.attributes.set(subject, []);
  return settled;
}

function replaceEdge({ dropEdges, createEdges }: SettledStatements, before: Edge | null, after: Edge | null): void {
  if (before !== null && after !== null && sameEdge(before, after)) return;
  if (before !== null) dropEdges.push(before);
  if (after !== null) createEdges.push(after);
}
const sameEdge = (a: Edge, b: Edge): boolean =>
  a.type === b.type &&
  a.from === b.from &&
  a.to === b.to &&
  Object.keys(a.properties).length === Object.keys(b.properties).length &&
  Object.entries(a.properties).every(([name, value]) => JSON.stringify(value) === JSON.stringify(b.properties[name]));
