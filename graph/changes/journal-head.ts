import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Value } from "#graph/model/cypher-result.ts";
import type { GraphStore, WriteTransaction } from "#graph/store/store.ts";

/**
 * Says that a change is being written, on an engine that cannot stage it: a node that at most one process owns at a time, with a lease.
 * Whoever opens the store next finds it when its owner died.
 */

/** Another process applies a change at this moment. */
export class ApplyUnderWay extends Error {
  constructor(until: string) {
    super(`Change set not applied: another apply is under way (its lease ends ${until}); wait for it, then compare again`);
    this.name = "ApplyUnderWay";
  }
}

const leaseMs = 60_000;
export const head = "apply";

const readHead =
  "MATCH (j:Journal {id: $head}) RETURN j.owner AS owner, j.leaseUntil AS leaseUntil, j.parts AS parts, j.done AS done, j.ready AS ready, j.isFirst AS isFirst";
const createHead =
  "CREATE (j:Journal) SET j.id = $head, j.owner = $owner, j.leaseUntil = $leaseUntil, j.parts = 0, j.done = 0, j.ready = false, j.isFirst = $isFirst";
const takeOver = "MATCH (j:Journal {id: $head}) SET j.owner = $owner, j.leaseUntil = $leaseUntil";
const dropHead = "MATCH (j:Journal {id: $head}) DELETE j";

export interface Head {
  owner: string;
  leaseUntil: string;
  parts: number;
  done: number;
  ready: boolean;
  /** Of a first seed: nothing stood before it. */
  isFirst: boolean;
}

const headOf = (row: Value[] | undefined): Head | null =>
  row === undefined
    ? null
    : {
        owner: String(row[0]),
        leaseUntil: String(row[1]),
        parts: Number(row[2]),
        done: Number(row[3]),
        ready: row[4] === true,
        isFirst: row[5] === true,
      };

const headIn = async (transaction: WriteTransaction): Promise<Head | null> =>
  headOf((await transaction.run({ text: readHead, parameters: { head } })).rows[0]);

export async function journalHead(store: GraphStore): Promise<Head | null> {
  return headOf((await store.read({ text: readHead, parameters: { head } })).rows[0]);
}

/** Whether an apply is under way, or was interrupted and waits to be finished. */
export const isApplying = async (store: GraphStore): Promise<boolean> => (await journalHead(store)) !== null;

/** Host and process, so that the next opener on this host need not wait for the lease of one that died. */
export const newOwner = (): string => `${hostname()} ${process.pid} ${randomUUID()}`;
function isAtWork({ owner, leaseUntil }: Head, now: number): boolean {
  if (Date.parse(leaseUntil) <= now) return false;
  const [host, pid] = owner.split(" ");
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

export const until = (now: number): string => new Date(now + leaseMs).toISOString();

/** At most one gets it: the ids of journals are unique, so that of two at one moment the store refuses the second. */
export function takeJournal(store: GraphStore, { owner, isFirst = false }: { owner: string; isFirst?: boolean }): Promise<void> {
  return orUnderWay(store, owner, () =>
    store.write(async (transaction) => {
      const found = await headIn(transaction);
      if (found?.owner === owner) return;
      if (found !== null) throw new ApplyUnderWay(found.leaseUntil);
      await transaction.run({ text: createHead, parameters: { head, owner, leaseUntil: until(Date.now()), isFirst } });
    }),
  );
}

/**
 * Writes in one transaction while nobody else applies: the head is made and removed in it, so that one that begins meanwhile waits for its
 * end. Throws ApplyUnderWay.
 */
export function writeAlone<T>(store: GraphStore, work: (transaction: WriteTransaction) => Promise<T>): Promise<T> {
  const owner = newOwner();
  return orUnderWay(store, owner, () =>
    store.write(async (transaction) => {
      const found = await headIn(transaction);
      if (found !== null) throw new ApplyUnderWay(found.leaseUntil);
      await transaction.run({ text: createHead, parameters: { head, owner, leaseUntil: until(Date.now()), isFirst: false } });
      const value = await work(transaction);
      await transaction.run({ text: dropHead, parameters: { head } });
      return value;
    }),
  );
}

async function orUnderWay<T>(store: GraphStore, owner: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const other = error instanceof ApplyUnderWay ? null : await journalHead(store).catch(() => null);
    throw other === null || other.owner === owner ? error : new ApplyUnderWay(other.leaseUntil);
  }
}

/** Says that its owner is still at work. */
export const renewLease = (transaction: WriteTransaction, owner: string): Promise<unknown> =>
  transaction.run({ text: takeOver, parameters: { head, owner, leaseUntil: until(Date.now()) } });

export const dropJournalHead = (store: GraphStore): Promise<unknown> =>
  store.write((transaction) => transaction.run({ text: dropHead, parameters: { head } }));

/** Takes over from an owner that is no longer at work. Null without a head; else as it was found, and whether its owner is at work. */
export function takeFromDead(store: GraphStore, now: number): Promise<(Head & { isAtWork: boolean }) | null> {
  return store.write(async (transaction) => {
    const found = await headIn(transaction);
    if (found === null) return null;
    const atWork = isAtWork(found, now);
    if (!atWork) await transaction.run({ text: takeOver, parameters: { head, owner: newOwner(), leaseUntil: until(now) } });
    return { ...found, isAtWork: atWork };
  });
}
