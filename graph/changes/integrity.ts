import type { Integrity } from "#graph/model/integrity.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Verification, type VerifyOptions, verify } from "./verify.ts";

const remedy = "stop writing to it and run npm run restore, which goes back to the last backup";
/** Up to this size the contents are read again too, in a second or two; a larger store is checked whole by `npm run restore -- --check`. */
const deepUpTo = 20_000;

/** By the store's own `read`, which those who add to a store (backups, a check) hand on. */
const known = new WeakMap<GraphStore["read"], Integrity>();

const underWay = new WeakMap<GraphStore["read"], Promise<Integrity>>();

/** As `integrityOf`, after a check that is under way. */
export const checkedIntegrity = async (store: GraphStore): Promise<Integrity> => (await underWay.get(store.read)) ?? integrityOf(store);

/** What the last check of this store since it was opened found. */
export const integrityOf = (store: GraphStore): Integrity =>
  known.get(store.read) ?? { state: "unchecked", revision: null, faults: [], remedy: null };

/**
 * Checks a store that was opened, beside its use: the checksum, and in a small store every record. What it finds is remembered for
 * `integrityOf`, and `onDamage` is called with a message that names the faults and the remedy. Never throws.
 */
export async function checkIntegrity(
  store: GraphStore,
  { onDamage, ...options }: { onDamage: (message: string) => void } & Pick<VerifyOptions, "signal">,
): Promise<Integrity> {
  known.set(store.read, { state: "checking", revision: null, faults: [], remedy: null });
  const check = found(store, options);
  underWay.set(store.read, check);
  const integrity = await check;
  known.set(store.read, integrity);
  underWay.delete(store.read);
  if (integrity.state === "damaged") onDamage(`The store is damaged: ${integrity.faults.join("; ")}. Remedy: ${remedy}`);
  return integrity;
}

async function found(store: GraphStore, options: VerifyOptions): Promise<Integrity> {
  let verified: Verification | null = null;
  try {
    verified = await verify(store, options);
    if (verified !== null && verified.faults.length === 0 && verified.records <= deepUpTo)
      verified = await verify(store, { ...options, deep: true });
  } catch {
    // Closed or out of reach: that is told where it is used, and says nothing of what is stored.
  }
  if (verified === null) return { state: "unchecked", revision: null, faults: [], remedy: null };
  const { revision, faults } = verified;
  return faults.length === 0 ? { state: "ok", revision, faults, remedy: null } : { state: "damaged", revision, faults, remedy };
}
