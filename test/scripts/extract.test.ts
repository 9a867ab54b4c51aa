import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { fakeEndpoint } from "#test/graph/extraction-io/fake-endpoint.ts";
import { docxOf } from "#test/graph/extraction-io/tiny-files.ts";

vi.setConfig({ testTimeout: 120_000 });
const root = fileURLToPath(new URL("../..", import.meta.url));
const text = "\n\n云岭新貌\n\n今年，华信锂业有限公司在新余高新区投资5亿元建设年产2万吨碳酸锂项目。\n";

interface Printed {
  document: { file: string; sha256: string; characters: number; published: string | null };
  entities: {
    ref: string;
    kind: string;
    name: string;
    existing: string | null;
    mentions: { start: number; end: number; text: string }[];
  }[];
  statements: { subject: string; object: string; start: number; end: number; properties: object }[];
  metrics: {
    subject: string;
    value: number;
    unit: string;
    raw: string;
    start: number;
    end: number;
    period: string | null;
    region: string | null;
  }[];
  remarks: { text: string }[];
}

describe("the command that extracts", () => {
  let folder: string;
  let dataDir: string;
  let report: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "atlas-extract-"));
    dataDir = join(folder, "data");
    report = join(folder, "report.txt");
    writeFileSync(report, text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: string[], { script = "extract", env = {} }: { script?: string; env?: Record<string, string> } = {}) =>
    new Promise<{ exit: number; out: string; err: string }>((resolve) => {
      const { NEO4J_URI: _, LLM_BASE_URL: __, LLM_MODEL: ___, ...inherited } = process.env;
      execFile(
        process.execPath,
        ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...args],
        { cwd: root, env: { ...inherited, DATA_DIR: dataDir, ...env } },
        (error, out, err) => resolve({ exit: error === null ? 0 : Number(error.code), out, err }),
      );
    });

  it("prints what a file says as JSON, offsets into the file as given, and writes nothing", async () => {
    const { exit, out, err } = await run([report, "--published", "2024-03", "--json"]);
    expect([exit, err]).toEqual([0, ""]);
    const it = JSON.parse(out) as Printed;
    expect(it.document).toMatchObject({ file: "report.txt", characters: text.length, published: "2024-03" });
    for (const { mentions } of it.entities) for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
    expect(it.entities).toContainEqual(expect.objectContaining({ kind: "Park", existing: "park-xinyu-gaoxin" }));
    const company = it.entities.find(({ kind }) => kind === "Company");
    expect(company).toMatchObject({ name: "华信锂业有限公司", existing: null });
    const refs = new Set(it.entities.map(({ ref }) => ref));
    for (const { subject, object } of it.statements) expect([refs.has(subject), refs.has(object)]).toEqual([true, true]);
    expect(it.statements).toContainEqual(expect.objectContaining({ subject: company?.ref, predicate: "BUILDS" }));
    expect(it.metrics).toContainEqual(expect.objectContaining({ value: 5e8, unit: "CNY" }));
    for (const { start, end, raw } of it.metrics) expect(text.slice(start, end)).toContain(raw);
    expect(existsSync(dataDir)).toBe(false);
  });

  it("gives an array for several files, and reads other formats", async () => {
    const word = join(folder, "report.docx");
    writeFileSync(word, docxOf(text.trim().split("\n\n")));
    const { out } = await run([report, word, "--json"]);
    const answers = JSON.parse(out) as Printed[];
    expect(answers.map(({ document }) => [document.file, document.published])).toEqual([
      ["report.txt", null],
      ["report.docx", null],
    ]);
    expect(answers[1]?.metrics.length).toBeGreaterThan(0);
  });

  it("prints a list for a person, each line with the words that it rests on", async () => {
    const { out } = await run([report, "--published", "2024"]);
    expect(out).toContain("report.txt  ");
    expect(out).toContain("华信锂业有限公司  new");
    expect(out).toMatch(/\d+–\d+ {2}“/);
  });

  it("refuses wrong input with 2 and a line for each file", async () => {
    writeFileSync(join(folder, "broken.txt"), Uint8Array.of(...new TextEncoder().encode(`云岭\n${"工厂".repeat(200)}`), 0xff));
    const { exit, out, err } = await run([
      report,
      join(folder, "none.txt"),
      join(folder, "broken.txt"),
      join(folder, "report.xyz"),
      folder,
    ]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/^none\.txt:1:1: no such file/m);
    expect(err).toMatch(/^broken\.txt:2:401: these bytes are neither/m);
    expect((await run([report, "--published", "2024-02-30"])).err).toContain('--published "2024-02-30" is no date');
    expect((await run([])).exit).toBe(2);
  });

  it("resolves names against the store that there is, and against the bundled dataset while another process holds it", async () => {
    expect((await run([join(root, "test/fixtures/one-company-one-project")], { script: "seed" })).exit).toBe(0);
    const before = readdirSync(join(dataDir, "store", "generations"));
    const own = JSON.parse((await run([report, "--json"])).out) as Printed;
    expect(own.entities.map(({ existing }) => existing)).not.toContain("park-xinyu-gaoxin");
    expect(readdirSync(join(dataDir, "store", "generations"))).toEqual(before);
    const store = await openStore({ dataDir });
    const { exit, out, err } = await run([report, "--json"]);
    await store.close();
    expect(exit).toBe(0);
    expect(err).toContain("bundled dataset");
    expect((JSON.parse(out) as Printed).entities.map(({ existing }) => existing)).toContain("park-xinyu-gaoxin");
  });

  it("asks a second reader where one is set, and stands without it where it fails", async () => {
    const fake = await fakeEndpoint([{ status: 401 }]);
    const { exit, out } = await run([report, "--json"], {
      env: { LLM_BASE_URL: fake.baseUrl, LLM_MODEL: "tiny", LLM_API_KEY: "secret-key" },
    });
    await fake.close();
    expect(exit).toBe(0);
    expect(fake.asked).toHaveLength(1);
    expect((JSON.parse(out) as Printed).remarks.map((it) => it.text).join()).toContain("refused the key");
    expect(out).not.toContain("secret-key");
  });
});
