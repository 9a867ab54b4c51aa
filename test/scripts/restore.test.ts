import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { openConfiguredStore } from "#scripts/command/open.ts";

vi.setConfig({ testTimeout: 120_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("npm run restore", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "atlas-restore-"));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const run = (script: string, ...args: string[]) =>
    new Promise<{ exit: number; out: string; err: string }>((resolve) => {
      const { NEO4J_URI: _, ...inherited } = process.env;
      execFile(
        process.execPath,
        ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...args],
        { cwd: root, env: { ...inherited, DATA_DIR: dataDir } },
        (error, out, err) => resolve({ exit: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  const fixture = (name: string): string => join(root, "test", "fixtures", name);
  const countDocuments = async (): Promise<number> => {
    const { out } = await run("query", "MATCH (d:Document) RETURN count(d) AS total", "--json");
    return (JSON.parse(out) as { total: number }[])[0]?.total ?? -1;
  };
  const list = async (): Promise<{ name: string; revision: number; before: string }[]> =>
    JSON.parse((await run("restore", "--list", "--json")).out);

  it("says that there is nothing to go back to, and how a backup comes to be", async () => {
    expect(await list()).toEqual([]);
    const { exit, err } = await run("restore", "--yes");
    expect([exit, err]).toEqual([2, expect.stringContaining("made before each change")]);
  });

  it("lists what seeds have backed up, puts the newest back, and keeps what stood before it", async () => {
    await run("seed", fixture("one-company-one-project"), "--yes");
    await run("seed", fixture("two-documents-one-conflict"), "--yes");
    expect(await list()).toMatchObject([{ revision: 1, before: "apply" }]);
    expect(await countDocuments()).toBe(4);
    const { exit, out } = await run("restore", "--yes", "--json");
    const told = JSON.parse(out);
    expect([exit, told]).toMatchObject([0, { revision: 1, faults: [] }]);
    expect(await countDocuments()).toBe(2);
    expect((await list()).map((it) => [it.revision, it.before])).toEqual([
      [2, "restore"],
      [1, "apply"],
    ]);

    expect((await run("restore", told.before, "--yes")).exit).toBe(0);
    expect(await countDocuments()).toBe(4);
  });

  it("checks every record of what stands, and refuses a name that it does not know", async () => {
    const checked = await run("restore", "--check", "--json");
    expect([checked.exit, JSON.parse(checked.out)]).toMatchObject([0, { revision: 2, faults: [] }]);
    expect(await run("restore", "r99-never", "--yes")).toMatchObject({ exit: 2, err: expect.stringContaining("--list") });
  });

  it("ends with 3 while another process holds the store, and with 1 when a record is not what it should be", async () => {
    const store = await openStore({ dataDir });
    const { exit, err } = await run("restore", "--yes");
    await store.write((transaction) => transaction.run({ text: "MATCH (m:MetricObservation) SET m.value = -1" }));
    await store.close();
    expect([exit, err]).toEqual([3, expect.stringContaining(String(process.pid))]);
    const damaged = await run("restore", "--check");
    expect([damaged.exit, damaged.err]).toEqual([1, expect.stringContaining("is not what its hash says")]);
    expect((await run("seed", fixture("one-company-one-project"), "--yes")).err).toContain("The store is damaged");
  });

  it("tells of the damage also where a command is done before the check is", async () => {
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await (await openConfiguredStore({ dataDir, neo4j: null }, { check: true })).close();
    const words = told.mock.calls.map(([text]) => String(text)).join("");
    told.mockRestore();
    expect(words).toContain("The store is damaged");
  });
});
