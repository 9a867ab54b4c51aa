import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore } from "#graph/store/open-store.ts";

vi.setConfig({ testTimeout: 120_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the commands that seed, export and query", () => {
  let folder: string;
  let dataDir: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "atlas-commands-"));
    dataDir = join(folder, "data");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (script: string, args: string[], env: Record<string, string> = {}) =>
    new Promise<{ exit: number; out: string; err: string }>((resolve) => {
      const { NEO4J_URI: _, ...inherited } = process.env;
      execFile(
        process.execPath,
        ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...args],
        { cwd: root, env: { ...inherited, DATA_DIR: dataDir, ...env } },
        (error, out, err) => resolve({ exit: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  const fixture = (name: string): string => join(root, "test", "fixtures", name);
  const tally = (added: number, unchanged = 0) => ({ added, changed: 0, removed: 0, unchanged });

  it("seed tells what it did as JSON, changes nothing on a dry run, and nothing the second time", async () => {
    const dry = await run("seed", [fixture("one-company-one-project"), "--dry-run", "--json"]);
    expect(JSON.parse(dry.out)).toMatchObject({ revision: null, entities: tally(5) });
    const first = await run("seed", [fixture("one-company-one-project"), "--json", "--message", "first"]);
    expect(JSON.parse(first.out)).toEqual({
      revision: 1,
      entities: tally(5),
      statements: tally(9),
      metrics: tally(2),
      documents: tally(2),
      conflicts: 0,
    });
    const again = await run("seed", [fixture("one-company-one-project"), "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ revision: null, entities: tally(0, 5), statements: tally(0, 9) });
    expect([dry.exit, first.exit, again.exit]).toEqual([0, 0, 0]);
  });

  it("seed refuses wrong files with 2, a line a fault on standard error, and writes nothing", async () => {
    const { exit, out, err } = await run("seed", [fixture("wrong-cells"), "--json"]);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^entities\.csv:1:4: unknown column "colour"/);
    const counted = await run("query", ["MATCH (n:Entity) RETURN count(n) AS total", "--json"]);
    expect(JSON.parse(counted.out)).toEqual([{ total: 5 }]);
  });

  it("seed ends with 3 while another process holds the store", async () => {
    const store = await openStore({ dataDir });
    const { exit, err } = await run("seed", [fixture("one-company-one-project")]);
    await store.close();
    expect(exit).toBe(3);
    expect(err).toMatch(/^seed: /);
  });

  it("a wrong setting is named with what was given and what is accepted", async () => {
    const { exit, err } = await run("seed", [], { PORT: "eighty" });
    expect(exit).toBe(2);
    expect(err).toContain('PORT is "eighty"; accepted: a port');
  });

  it("an export seeds back unchanged, in every format of a dataset", async () => {
    for (const [format, name] of [
      ["csv", "exported"],
      ["json", "exported.json"],
      ["jsonl", "exported.jsonl"],
      ["xlsx", "exported.xlsx"],
    ] as const) {
      const out = join(folder, name);
      expect((await run("export", ["--format", format, "--out", out])).exit).toBe(0);
      const { out: printed } = await run("seed", [out, "--json"]);
      expect(JSON.parse(printed)).toMatchObject({ revision: null, entities: tally(0, 5) });
    }
    const other = await run("export", ["--format", "gexf", "--out", join(folder, "x")]);
    expect(other.exit).toBe(2);
    expect(other.err).toContain("not built");
  });

  it("seed takes a foreign table with the mapping that is given or lies beside it", async () => {
    const ledger = fixture("mapped/park-ledger.csv");
    const given = await run("seed", [ledger, "--mapping", fixture("mapped/park-ledger.mapping.json"), "--json", "--dry-run"]);
    const beside = await run("seed", [ledger, "--json", "--dry-run"]);
    expect(JSON.parse(given.out)).toMatchObject({ statements: { added: 15 }, metrics: { added: 5 }, documents: { added: 1 } });
    expect(JSON.parse(beside.out)).toEqual(JSON.parse(given.out));
  });

  it("query prints rows, takes parameters, and refuses to write", async () => {
    const text = "MATCH (n:Entity) WHERE n.id = $id RETURN n.id AS id, n.degree AS degree";
    const json = await run("query", [text, "--param", "id=co-heshan", "--json"]);
    expect(JSON.parse(json.out)).toEqual([{ id: "co-heshan", degree: 3 }]);
    const csv = await run("query", [text, "--param", "id=co-heshan", "--csv"]);
    expect(csv.out).toBe("id,degree\nco-heshan,3\n");
    expect((await run("query", ["CREATE (n) RETURN n"])).exit).toBe(2);
  });

  it("generate writes a valid dataset, the same for the same seed", async () => {
    const out = join(folder, "made");
    expect((await run("generate", ["--entities", "200", "--out", out, "--seed", "5"])).exit).toBe(0);
    const seeded = await run("seed", [out, "--json", "--dry-run"]);
    expect(JSON.parse(seeded.out)).toMatchObject({ entities: { added: 200 } });
  });
});
