import { expect, it } from "vitest";
import { checkIntegrity, integrityOf } from "#graph/changes/integrity.ts";
import { verify } from "#graph/changes/verify.ts";
import { validateDataset } from "#graph/dataset/validate.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { sow } from "./some-store.ts";
import { sourceOf } from "./two-sources.ts";

const alone = { id: "first", document: "doc-1", companies: ["co-a", "co-b"] };

/** On both engines: what is flipped in a store behind its back is found. */
export function verifySuite(openEmpty: () => Promise<GraphStore>): void {
  const seeded = async (): Promise<GraphStore> => {
    const store = await openEmpty();
    for (const claims of [{ subsidiaries: { "st-1": "co-a co-b" }, revenue: { "m-1": 100 } }, { revenue: { "m-1": 101 } }]) {
      const { dataset } = await validateDataset(sourceOf({ ...alone, ...claims }));
      await sow(store, dataset);
    }
    return store;
  };
  const tamper = (store: GraphStore, text: string) => store.write((transaction) => transaction.run({ text }));

  it("finds a store in order that was only ever changed by seeds, withdrawals included", async () => {
    const store = await seeded();
    expect(await verify(store, { deep: true })).toEqual({ revision: 2, records: 4, faults: [] });
  });

  it("finds that a hash was changed, and that a record is gone", async () => {
    const store = await seeded();
    await tamper(store, "MATCH (n:Entity {id: 'co-a'}) SET n.hash = 'h2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'");
    expect((await verify(store))?.faults[0]).toMatch(/^the sum of the hashes is \d+, and revision 2 left \d+$/);
    const other = await seeded();
    await tamper(other, "MATCH (m:MetricObservation {id: 'm-1'}) DETACH DELETE m");
    expect((await verify(other))?.faults).toHaveLength(1);
  });

  it("finds in depth that a value was changed under its hash, and names the record", async () => {
    const store = await seeded();
    await tamper(store, "MATCH (m:MetricObservation {id: 'm-1'}) SET m.value = 999");
    expect((await verify(store))?.faults).toEqual([]);
    expect((await verify(store, { deep: true }))?.faults).toEqual(["metrics m-1 is not what its hash says"]);
  });

  it("says loudly what is wrong and how to go back, and remembers it", async () => {
    const store = await seeded();
    const said: string[] = [];
    await checkIntegrity(store, { onDamage: (message) => said.push(message) });
    expect([integrityOf(store), said]).toEqual([{ state: "ok", revision: 2, faults: [], remedy: null }, []]);
    await tamper(store, "MATCH (n:Entity {id: 'co-b'}) SET n.name = '别的'");
    await checkIntegrity(store, { onDamage: (message) => said.push(message) });
    expect(integrityOf(store)).toMatchObject({ state: "damaged", revision: 2, faults: ["entities co-b is not what its hash says"] });
    expect(said[0]).toMatch(/co-b.*npm run restore/);
  });
}
