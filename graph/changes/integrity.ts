import type { Integrity } from "#graph/model/integrity.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Verification, type VerifyOptions, verify } from "./verify.ts";

const remedy = "stop writing to it and run npm run restore, which goes back to the last backup";
/** Up to this size the contents are read again too, in a second or two; a larger store is checked whole by `npm run restore -- --check`. */
const deepUpTo = 20_000;

/** By the store's own `read`, which those who add to a store (backups, a check) hand on. */
const known = new WeakMap<GraphStore["read"], Integrity>();

/** What the last check of this store since it was opened found. */
export const integrityOf = (store: GraphStore): Integrity =>
  known.get(store.read) ?? { state: "unchecked", revision: null, faults: [], remedy: null };

/**
 * Checks a store that was opened, beside its use: the checksum, and in a small store every record. What it finds is remembered for
 * `integrityOf`, and `onDamage` is called with a message that names the faults and the remedy. Never throws.
 */
export async function checkIntegrity(
  store: GraphStore,
  { onDamage, signal }: { onDamage: (message: string) => void } & Pick<VerifyOptions, "signal">,
): Promise<Integrity> {
  known.set(store.read, { state: "checking", revision: null, faults: [], remedy: null });
  const options = signal === undefined ? {} : { signal };
  let found: Verification | null = null;
  try {
    found = await verify(store, options);
    if (found !== null && found.faults.length === 0 && found.records <= deepUpTo) found = await verify(store, { ...options, deep: true });
  } catch {
    // Closed or out of reach: that is told where it is used, and says nothing of what is stored.
    found = null;
  }
  const integrity: Integrity =
    found === null
      ? { state: "unchecked", revision: null, faults: [], remedy: null }
      : found.faults.length === 0
        ? { state: "ok", revision: found.revision, faults: [], remedy: null }
        : { state: "damaged", revision: found.revision, faults: found.faults, remedy };
  known.set(store.read, integrity);
  if (integrity.state === "damaged") onDamage(`The store is damaged: ${integrity.faults.join("; ")}. Remedy: ${remedy}`);
  return integrity;
}
