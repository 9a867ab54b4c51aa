import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import { StoreUnavailable } from "#graph/store/store.ts";
import { freePort } from "#scripts/neo4j/bolt.ts";
import { missingForJava, provideJars } from "#scripts/neo4j/jars.ts";
import { startLocalNeo4j } from "#scripts/neo4j/local-server.ts";
import { failureOf } from "../store-contract/opened.ts";
import { run } from "./real-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lib = join(root, ".data", "neo4j", "lib");
const missing = missingForJava(lib);

describe.skipIf(missing !== null)(missing ? `no local Neo4j: ${missing.fault}` : "A local Neo4j", { timeout: 240_000 }, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "chain-atlas-local-"));
    await provideJars(lib, console.error);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("keeps what was written through a kill, and a store finds it again without being opened anew", async () => {
    const options = { home: folder, lib, port: await freePort(), heapMb: 256 };
    const first = await startLocalNeo4j(options);
    const store = await openNeo4jStore(first);
    try {
      await store.write((transaction) => transaction.run({ text: "CREATE (:Kept {n: 1})" }));
      process.kill(first.pid, "SIGKILL");
      await first.stop();
      expect(await failureOf(store.read({ text: "RETURN 1 AS n" }))).toBeInstanceOf(StoreUnavailable);
      expect(await failureOf(store.write((transaction) => transaction.run({ text: "CREATE (:Lost)" })))).toBeInstanceOf(StoreUnavailable);
      expect(await failureOf(store.describe())).toBeInstanceOf(StoreUnavailable);
      const second = await startLocalNeo4j(options);
      try {
        expect((await store.read({ text: "MATCH (k:Kept) RETURN k.n AS n" })).rows).toEqual([[1]]);
        await store.write((transaction) => transaction.run({ text: "CREATE (:Kept {n: 2})" }));
        expect((await store.read({ text: "MATCH (k:Kept) RETURN count(k) AS n" })).rows).toEqual([[2]]);
      } finally {
        await second.stop();
      }
    } finally {
      await store.close();
    }
  });

  it("reads no files and asks no network for a query, and keeps its password to its owner", async () => {
    const server = await startLocalNeo4j({ home: folder, lib, port: await freePort(), heapMb: 256 });
    try {
      const load = (url: string) => failureOf(run(server, `LOAD CSV FROM '${url}' AS line RETURN line`));
      expect(await load("file:///etc/passwd")).toMatchObject({ message: expect.stringContaining("allow_csv_import_from_file_urls") });
      expect(await load("http://127.0.0.1:1/x.csv")).toMatchObject({ message: expect.stringContaining("blocked") });
      expect((await stat(join(folder, "password"))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, "conf", "neo4j.conf"), "utf8")).not.toContain(server.password);
    } finally {
      await server.stop();
    }
  });

  it("says that its port is taken, and by which option another is chosen", async () => {
    const server = await startLocalNeo4j({ home: folder, lib, port: await freePort(), heapMb: 256 });
    try {
      const port = Number(new URL(server.uri).port);
      const fault = await failureOf(startLocalNeo4j({ home: join(folder, "other"), lib, port }));
      expect(fault).toMatchObject({ message: expect.stringMatching(new RegExp(`${port}.*--port`)) });
    } finally {
      await server.stop();
    }
  });

  it("starts, tells its settings, stops and is wiped by the command", async () => {
    await mkdir(join(folder, "neo4j"), { recursive: true });
    await symlink(lib, join(folder, "neo4j", "lib"));
    const path = await withoutDocker(folder);
    const command = (...args: string[]) => neo4jCommand(args, { DATA_DIR: folder, PATH: path });
    const started = await command("start", "--port", String(await freePort()));
    try {
      expect(started.output).toMatch(/^NEO4J_URI=bolt:\/\/127\.0\.0\.1:\d+\nNEO4J_USER=neo4j\nNEO4J_PASSWORD=\S+\n$/);
      const setting = (name: string) => new RegExp(`${name}=(.*)`).exec(started.output)?.[1] ?? "";
      const store = await openNeo4jStore({ uri: setting("URI"), user: setting("USER"), password: setting("PASSWORD") });
      expect(await store.describe()).toMatchObject({ engine: "neo4j", version: expect.stringMatching(/^5\.26/) });
      await store.close();
      expect(await command("start")).toMatchObject({ code: 0, output: started.output });
      expect(await command("status")).toMatchObject({ code: 0, output: started.output });
      expect(await command("wipe")).toMatchObject({ code: 3, remarks: expect.stringContaining("npm run neo4j -- stop") });
    } finally {
      expect(await command("stop")).toMatchObject({ code: 0 });
    }
    expect(await command("status")).toMatchObject({ code: 1, output: "" });
    expect(await command("wipe")).toMatchObject({ code: 0 });
    expect(await stat(join(folder, "neo4j", "home")).catch(() => null)).toBeNull();
  });

  it("names what is missing, with exit code 3, where there is neither Docker nor Java", async () => {
    expect(await neo4jCommand(["start"], { DATA_DIR: folder, PATH: folder })).toMatchObject({
      code: 3,
      remarks: expect.stringMatching(/no Java was found; install Java 17/),
    });
  });
});

/** A PATH whose `docker` has no daemon, so that the command takes Java wherever the test runs. */
async function withoutDocker(folder: string): Promise<string> {
  const programs = join(folder, "programs");
  await mkdir(programs);
  await writeFile(join(programs, "docker"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return `${programs}${delimiter}${process.env.PATH}`;
}

function neo4jCommand(
  args: string[],
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string; remarks: string }> {
  const command = spawn(process.execPath, ["--import", "tsx", "scripts/neo4j.ts", ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  let output = "";
  let remarks = "";
  command.stdout.on("data", (chunk) => {
    output += chunk;
  });
  command.stderr.on("data", (chunk) => {
    remarks += chunk;
  });
  return new Promise((resolve, reject) => {
    command.on("error", reject);
    command.on("close", (code) => resolve({ code, output, remarks }));
  });
}
