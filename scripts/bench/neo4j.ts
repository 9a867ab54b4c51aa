import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../neo4j/bolt.ts";
import { type LocalServer, startLocalNeo4j } from "../neo4j/local-server.ts";

const lib = fileURLToPath(new URL("../../.data/neo4j/lib", import.meta.url));

/** Runs `work` against a throwaway Neo4j in Java. Errors: LocalServerError when Java or Maven is missing. */
export async function onThrowawayNeo4j<T>(work: (server: Pick<LocalServer, "uri" | "user" | "password">) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), "atlas-bench-neo4j-"));
  const server = await startLocalNeo4j({ home, lib, port: await freePort(), heapMb: 1024 });
  try {
    return await work(server);
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}
