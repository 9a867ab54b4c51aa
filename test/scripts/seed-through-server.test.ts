import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("commands beside a running server", () => {
  let folder: string;
  let server: ChildProcess;
  let url: string;
  const env = (): NodeJS.ProcessEnv => {
    const { NEO4J_URI: _, EDITOR_TOKEN: __, ...inherited } = process.env;
    return { ...inherited, DATA_DIR: join(folder, "data"), PORT: "0", LOG_LEVEL: "warn" };
  };
  const run = (script: string, args: string[]) =>
    new Promise<{ exit: number; out: string; err: string }>((resolve) => {
      const child = [process.execPath, ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...args]] as const;
      execFile(...child, { cwd: root, env: env() }, (error, out, err) =>
        resolve({ exit: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  async function startServer(): Promise<void> {
    server = spawn(process.execPath, ["--import", "tsx", join(root, "scripts/start.ts"), "--api-only"], {
      cwd: root,
      env: env(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(server.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    url = /http:\S+/.exec(line.toString())?.[0] ?? "";
  }
  const health = async () =>
    (await fetch(`${url}/api/v1/health`)).json() as Promise<{ revision: number; applying: boolean; counts: { entities: number } }>;
  const door = (): string => join(folder, "data/store/server");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "atlas-door-"));
    cpSync(join(root, "test/fixtures/one-company-one-project"), join(folder, "town"), { recursive: true });
    expect((await run("seed", [join(folder, "town"), "--json"])).exit).toBe(0);
    await startServer();
  });
  afterAll(async () => {
    server.kill("SIGTERM");
    await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  });

  const entities = (): string => join(folder, "town/entities.csv");
  const edit = (from: string, to: string): void => writeFileSync(entities(), readFileSync(entities(), "utf8").replace(from, to));

  it("seed goes through the server: the same on a dry run, applied, and nothing the second time", async () => {
    const same = await run("seed", [join(folder, "town"), "--json"]);
    expect(JSON.parse(same.out)).toMatchObject({ revision: null, entities: { unchanged: 5 } });
    edit("河山锂业有限公司", "河山锂业集团有限公司");
    const dry = await run("seed", [join(folder, "town"), "--dry-run"]);
    expect(dry.out).toContain("1 entity changed");
    expect(dry.out).toContain("name: 河山锂业有限公司 → 河山锂业集团有限公司");
    expect((await health()).revision).toBe(1);
    const seeded = await run("seed", [join(folder, "town"), "--json", "--message", "beside a server"]);
    expect(seeded.err).toBe("");
    expect(JSON.parse(seeded.out)).toMatchObject({ revision: 2, entities: { changed: 1, unchanged: 4 } });
    expect((await health()).revision).toBe(2);
    const found = await (await fetch(`${url}/api/v1/search?q=${encodeURIComponent("河山锂业集团")}`)).json();
    expect(found).toMatchObject({ hits: [{ id: "co-heshan" }] });
    const revisions = await (await fetch(`${url}/api/v1/revisions`)).json();
    expect(revisions).toMatchObject({ revisions: [{ number: 2, author: "seed", message: "beside a server" }, { number: 1 }] });
    const again = await run("seed", [join(folder, "town"), "--json"]);
    expect([again.exit, JSON.parse(again.out).revision]).toEqual([0, null]);
  });

  it("seed refuses wrong files with 2 and their places, as without a server", async () => {
    const { exit, err } = await run("seed", [join(root, "test/fixtures/wrong-cells")]);
    expect(exit).toBe(2);
    expect(err).toMatch(/^entities\.csv:1:4: unknown column "colour"/);
  });

  it("query asks the server, with the same output", async () => {
    const text = "MATCH (n:Entity {id: $id}) RETURN n.id AS id";
    const { exit, out } = await run("query", [text, "--param", "id=co-heshan", "--json"]);
    expect([exit, JSON.parse(out)]).toEqual([0, [{ id: "co-heshan" }]]);
    expect((await run("query", ["CREATE (n) RETURN n AS n"])).exit).toBe(2);
  });

  it("export asks the server, and what it writes seeds back unchanged", async () => {
    const out = join(folder, "exported");
    expect(await run("export", ["--format", "csv", "--out", out])).toMatchObject({ exit: 0 });
    const again = await run("seed", [out, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ revision: null, entities: { unchanged: 5 }, statements: { unchanged: 9 } });
  });

  it("the door is for its owner alone, and closed to who does not know its secret", async () => {
    expect(statSync(door()).mode & 0o777).toBe(0o600);
    for (const authorization of ["", "Bearer wrong", `Bearer ${"x".repeat(43)}`]) {
      const answer = await fetch(`${url}/local/v1/known`, { headers: { authorization } });
      expect(answer.status).toBe(403);
    }
    const { secret } = JSON.parse(readFileSync(door(), "utf8")) as { secret: string };
    const known = await fetch(`${url}/local/v1/known`, { headers: { authorization: `Bearer ${secret}` } });
    expect(known.status).toBe(200);
  });

  it("a seed that is killed on its way leaves the old or the new, and the server at work", async () => {
    const large = join(folder, "large");
    expect((await run("generate", ["--entities", "1500", "--out", large, "--seed", "7"])).exit).toBe(0);
    const before = await health();
    const seed = spawn(process.execPath, ["--import", "tsx", join(root, "scripts/seed.ts"), large, "--json"], { cwd: root, env: env() });
    let now = await health();
    for (; !now.applying && seed.exitCode === null; now = await health());
    seed.kill("SIGKILL");
    while (now.applying) now = await health();
    expect([before.counts.entities, before.counts.entities + 1500]).toContain(now.counts.entities);
    expect((await run("seed", [large, "--json"])).exit).toBe(0);
    expect((await health()).counts.entities).toBe(before.counts.entities + 1500);
  });

  it("a door left behind by a killed server misleads nobody", async () => {
    server.kill("SIGKILL");
    await once(server, "exit");
    const left = readFileSync(door(), "utf8");
    const { exit, out } = await run("seed", [join(folder, "town"), "--json"]);
    expect([exit, JSON.parse(out).revision]).toEqual([0, null]);
    await startServer();
    expect(readFileSync(door(), "utf8")).not.toBe(left);
    const running = readFileSync(door(), "utf8");
    writeFileSync(door(), left);
    const misled = await run("seed", [join(folder, "town"), "--json"]);
    expect([misled.exit, misled.out]).toEqual([3, ""]);
    writeFileSync(door(), running);
    expect((await run("seed", [join(folder, "town"), "--json"])).exit).toBe(0);
  });
});
