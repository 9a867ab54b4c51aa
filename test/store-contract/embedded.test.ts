import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedStore } from "#graph/store/embedded/embedded-store.ts";
import { storeContract } from "./contract.ts";

const range = "the engine builds the list of range() as a whole before it gives a row";

storeContract("The embedded store", async () => {
  const folder = await mkdtemp(join(tmpdir(), "chain-atlas-store-"));
  return {
    store: await openEmbeddedStore({ folder }),
    place: { engine: "embedded", folder },
    reopen: () => openEmbeddedStore({ folder }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}, [
  { test: "gives the first rows of a query that would take minutes for the rest (application)", reason: range },
  { test: "gives the first rows of a query that would take minutes for the rest (user)", reason: range },
]);
