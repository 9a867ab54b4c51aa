import type { Value } from "#graph/model/cypher-result.ts";
import type { ChangeSetSummary } from "#graph/model/review.ts";
import type { GraphStore, WriteTransaction } from "#graph/store/store.ts";
import { type Ask, askInPortions, askTransaction } from "../ask.ts";
import { packJson, unpackJson } from "../chunks.ts";
import { ChangeSetClosed, ChangeSetUnknown, ReviewOutdated } from "./faults.ts";

/**
 * A change set in the store: one head, and parts of packed JSON. A part belongs to a generation: comparing anew writes the next
 * generation beside the last and then moves the head over, so that a reader finds the old one or the new one. The input is compared
 * again and again and belongs to generation 0 alone.
 */
export type PartKind = "input" | "changes" | "structure" | "decisions" | "surroundings";

export interface Head extends Omit<ChangeSetSummary, "decided" | "stale"> {
  version: number;
  generation: number;
  accepted: number;
  rejected: number;
  /** Changes in all. */
  changes: number;
  silenced: number;
  /** How many parts there are of a kind. */
  parts: Partial<Record<PartKind, number>>;
  /** Being applied until then, as milliseconds since 1970; 0: by nobody. */
  applyingUntil: number;
}

const headFields =
  "id state version generation origin title author createdAt basedOn sources tallies changes accepted rejected questions silenced revision parts applyingUntil".split(
    " ",
  );
const returned = headFields.map((field) => `c.${field} AS ${field}`).join(", ");
const headById = `MATCH (c:ChangeSet {id: $id}) RETURN ${returned}`;
const headsByState = `MATCH (c:ChangeSet) WHERE $state IS NULL OR c.state = $state RETURN ${returned} ORDER BY createdAt DESC, id`;
const createHead = "CREATE (c:ChangeSet) SET c = $head";
const lockHead =
  "MATCH (c:ChangeSet {id: $id}) SET c.locked = true RETURN c.version AS version, c.state AS state, c.applyingUntil AS until";
const changeHead = "MATCH (c:ChangeSet {id: $id}) SET c += $head";
const partsById = "UNWIND $ids AS wanted MATCH (p:ChangeSetPart {id: wanted}) RETURN p.id AS id, p.content AS content";
const writePart = "MERGE (p:ChangeSetPart {id: $id}) SET p.changeSet = $changeSet, p.kind = $kind, p.part = $part, p.content = $content";
const dropParts = "UNWIND $ids AS wanted MATCH (p:ChangeSetPart {id: wanted}) DELETE p";

const json = (value: Value | undefined): never => JSON.parse(String(value)) as never;

const headOf = (row: readonly Value[]): Head => {
  const of = (field: string): Value | undefined => row[headFields.indexOf(field)];
  const count = (field: string): number => Number(of(field) ?? 0);
  return {
    id: String(of("id")),
    state: String(of("state")) as Head["state"],
    origin: String(of("origin")) as Head["origin"],
    title: String(of("title")),
    author: String(of("author")),
    createdAt: String(of("createdAt")),
    version: count("version"),
    generation: count("generation"),
    basedOn: count("basedOn"),
    changes: count("changes"),
    accepted: count("accepted"),
    rejected: count("rejected"),
    questions: count("questions"),
    silenced: count("silenced"),
    revision: typeof of("revision") === "number" ? count("revision") : null,
    applyingUntil: count("applyingUntil"),
    sources: json(of("sources")),
    tallies: json(of("tallies")),
    parts: json(of("parts")),
  };
};

const stored = ({ revision, ...head }: Partial<Head>): Record<string, unknown> => {
  const node: Record<string, unknown> = { ...head };
  for (const field of ["sources", "tallies", "parts"]) if (node[field] !== undefined) node[field] = JSON.stringify(node[field]);
  if (typeof revision === "number") node.revision = revision;
  return node;
};

/** Null when there is none of this id. */
export async function readHead(ask: Ask, id: string): Promise<Head | null> {
  const [row] = await ask({ text: headById, parameters: { id } });
  return row === undefined ? null : headOf(row);
}

/** The newest first. */
export async function readHeads(ask: Ask, state: string | null): Promise<Head[]> {
  return (await ask({ text: headsByState, parameters: { state } })).map(headOf);
}

/** Throws ChangeSetUnknown, ChangeSetClosed, and ReviewOutdated when `version` is not the head's. */
export async function readOpenHead(ask: Ask, id: string, version?: number): Promise<Head> {
  const head = await readHead(ask, id);
  if (head === null) throw new ChangeSetUnknown(id);
  if (head.state !== "open") throw new ChangeSetClosed(id, head.state);
  if (version !== undefined && head.version !== version) throw new ReviewOutdated(id, version, head.version);
  return head;
}

const partId = ({ id, generation }: Pick<Head, "id" | "generation">, kind: PartKind, part: number): string =>
  [id, kind === "input" ? 0 : generation, kind, part].join("|");

/** Parts of a kind in their order, all or some; null where nothing was written yet. */
export async function readParts(ask: Ask, head: Head, kind: PartKind, which?: readonly number[]): Promise<unknown[]> {
  const wanted = which ?? Array.from({ length: head.parts[kind] ?? 0 }, (_, part) => part);
  const ids = wanted.map((part) => partId(head, kind, part));
  const found = new Map((await askInPortions(ask, { text: partsById, ids })).map(([id, content]) => [id as string, content as string]));
  return Promise.all(ids.map((id) => (found.has(id) ? unpackJson(found.get(id) as string) : null)));
}

/** A part ready to be written. */
export interface PackedPart {
  id: string;
  changeSet: string;
  kind: PartKind;
  part: number;
  content: string;
}
export const packPart = async (
  head: Pick<Head, "id" | "generation">,
  kind: PartKind,
  part: number,
  value: unknown,
): Promise<PackedPart> => ({ id: partId(head, kind, part), changeSet: head.id, kind, part, content: await packJson(value) });

/** Writes parts one transaction each: they are no part of the change set before its head says so. Gives their number. */
export async function writeParts(
  store: GraphStore,
  head: Pick<Head, "id" | "generation">,
  kind: PartKind,
  values: Iterable<unknown>,
): Promise<number> {
  let part = 0;
  for (const value of values) {
    const packed = await packPart(head, kind, part, value);
    await store.write((transaction) => transaction.run({ text: writePart, parameters: { ...packed } }));
    part += 1;
  }
  return part;
}

export const addHead = (store: GraphStore, head: Head): Promise<unknown> =>
  store.write((transaction) => transaction.run({ text: createHead, parameters: { head: stored(head) } }));

/**
 * Changes a head that is as the caller read it, with what belongs to the change, or nothing: of two at one time, the second is refused.
 * The head is locked before it is judged. Throws as `readOpenHead`.
 */
export async function changeHeadOf(
  store: GraphStore,
  { id, version }: Pick<Head, "id" | "version">,
  {
    head,
    parts = [],
    also,
    now,
  }: { head: Partial<Head>; parts?: readonly PackedPart[]; also?: (transaction: WriteTransaction) => Promise<void>; now: Date },
): Promise<void> {
  await store.write(async (transaction) => {
    const [row] = await askTransaction(transaction)({ text: lockHead, parameters: { id } });
    if (row === undefined) throw new ChangeSetUnknown(id);
    if (row[1] !== "open") throw new ChangeSetClosed(id, String(row[1]));
    if (Number(row[2] ?? 0) > now.getTime() && head.applyingUntil !== 0) throw new ChangeSetClosed(id, "being applied");
    if (row[0] !== version) throw new ReviewOutdated(id, version, Number(row[0]));
    for (const part of parts) await transaction.run({ text: writePart, parameters: { ...part } });
    await also?.(transaction);
    await transaction.run({ text: changeHead, parameters: { id, head: stored({ ...head, version: version + 1 }) } });
  });
}

/** Drops what an older generation left. */
export async function dropGeneration(store: GraphStore, head: Head): Promise<void> {
  const kinds: PartKind[] = ["changes", "structure", "decisions", "surroundings"];
  const ids = kinds.flatMap((kind) => Array.from({ length: head.parts[kind] ?? 0 }, (_, part) => partId(head, kind, part)));
  await store.write((transaction) => transaction.run({ text: dropParts, parameters: { ids } }));
}
