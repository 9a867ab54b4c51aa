/**
 * Gives the tests of the project `neo4j` a server: the one at NEO4J_URI, or a throwaway one in Java on a free port. When there is
 * none the tests are skipped and say why, unless CI=true: then they fail.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";
import type { TestProject } from "vitest/node";
import { freePort } from "#scripts/neo4j/bolt.ts";
import { missingForJava } from "#scripts/neo4j/jars.ts";
import { startLocalNeo4j } from "#scripts/neo4j/local-server.ts";

export interface Neo4jSettings {
  uri: string;
  user: string;
  password: string;
  database?: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** `missing`: why no server can be had here. */
    neo4j: Neo4jSettings | { missing: string };
  }
}

const lib = fileURLToPath(new URL("../../.data/neo4j/lib", import.meta.url));
/** Stands in every database that tests may empty. */
export const marker = "ChainAtlasTestDatabase";

export default async function provideServer(project: TestProject): Promise<() => Promise<void>> {
  const given = settingsFrom(process.env);
  if (given) {
    await claim(given);
    project.provide("neo4j", given);
    return () => empty(given);
  }
  const missing = missingForJava(lib);
  if (missing) {
    const reason = `no Neo4j: ${missing.fault}; ${missing.remedy}, or name a server in NEO4J_URI`;
    if (process.env.CI === "true") throw new Error(reason);
    project.provide("neo4j", { missing: reason });
    return async () => {};
  }
  const home = await mkdtemp(join(tmpdir(), "chain-atlas-neo4j-"));
  const { stop, uri, user, password } = await startLocalNeo4j({ home, lib, port: await freePort(), say: console.error });
  const settings = { uri, user, password };
  await claim(settings);
  project.provide("neo4j", settings);
  return async () => {
    await stop();
    await rm(home, { recursive: true, force: true });
  };
}

function settingsFrom(environment: NodeJS.ProcessEnv): Neo4jSettings | null {
  const { NEO4J_URI: uri, NEO4J_USER: user = "neo4j", NEO4J_PASSWORD: password = "", NEO4J_DATABASE: database } = environment;
  return uri ? { uri, user, password, ...(database ? { database } : {}) } : null;
}

/** Marks an empty database as one for tests. @throws when it holds data that no test put there. */
async function claim(settings: Neo4jSettings): Promise<void> {
  const [row] = await run(settings, `RETURN COUNT { MATCH (n) } AS nodes, COUNT { MATCH (m:${marker}) } AS markers`);
  if (Number(row?.nodes) > 0 && Number(row?.markers) === 0) {
    throw new Error(`Tests refused: the database at ${settings.uri} holds data, and tests empty it; name an empty one in NEO4J_URI`);
  }
  await run(settings, `MERGE (:${marker})`);
}

const empty = async (settings: Neo4jSettings) => {
  await run(settings, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
};

/** Runs one statement outside the store under test, so that the test can look at the server from the side. */
export async function run({ uri, user, password, database }: Neo4jSettings, text: string): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const session = driver.session(database ? { database } : {});
  try {
    return (await session.run(text)).records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}
