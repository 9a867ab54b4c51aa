import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import { run } from "../neo4j/real-server.ts";
import { openWipedStore, provided, settingsOrThrow } from "../neo4j/wiped-store.ts";
import { type StoreUnderTest, storeContract } from "./contract.ts";

const settings = provided();

storeContract(
  "Neo4j",
  async (): Promise<StoreUnderTest> => {
    const place = settingsOrThrow();
    return {
      store: await openWipedStore(place),
      place: { engine: "neo4j", ...place },
      reopen: () => openNeo4jStore(place),
      running: async () => {
        const rows = await run(place, "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE NOT text STARTS WITH 'SHOW' RETURN text");
        return rows.map(({ text }) => String(text));
      },
    };
  },
  [
    { test: "tells a second process who holds the store", reason: "a server takes any number of clients" },
    ...[
      "shows a staged change to readers only when it is complete",
      "leaves the store as it was when a staged change throws",
      "keeps a staged change after writing goes on",
    ].map((test) => ({ test, reason: "no copy of the database can be swapped in; callers journal their batches" })),
  ],
  "missing" in settings ? settings.missing : undefined,
);
