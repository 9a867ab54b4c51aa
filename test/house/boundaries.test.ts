import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const refused: [path: string, target: string, message: string][] = [
  ["client/panels/a.ts", "#server/app.ts", "ask the server over HTTP"],
  ["client/panels/b.ts", "#graph/store/store.ts", "ask the server over HTTP"],
  ["client/panels/c.ts", "neo4j-driver", "asks the server over HTTP"],
  ["server/a.ts", "#graph/store/neo4j/neo4j-store.ts", "opens stores through #graph/store/open-store.ts"],
  ["server/b.ts", "#scripts/seed.ts", "server stands on #graph only"],
  ["graph/vocabulary/a.ts", "#graph/model/id.ts", "vocabulary is the bottom"],
  ["graph/model/a.ts", "#graph/store/store.ts", "model stands on #graph/vocabulary only"],
  ["graph/dataset/a.ts", "#graph/store/store.ts", "stand on #graph/model and #graph/vocabulary only"],
  ["graph/store/neo4j/a.ts", "../embedded/embedded-store.ts", "an engine imports only"],
  ["graph/queries/a.ts", "#server/app.ts", "nothing above graph"],
  ["graph/queries/b.ts", "#graph/store/embedded/embedded-store.ts", "not an engine"],
  ["scripts/a.ts", "#test/x.ts", "scripts import #graph and #server"],
];
const allowed: [path: string, target: string][] = [
  ["client/panels/z.ts", "#graph/model/id.ts"],
  ["graph/queries/z.ts", "#graph/store/store.ts"],
  ["server/z.ts", "#graph/store/open-store.ts"],
];

/** Lints a folder laid out like the project with the project's own rules; the messages by file. */
describe("imports run one way", () => {
  const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  const messages = new Map<string, string>();
  let status: number | null = null;

  beforeAll(() => {
    const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as { vcs?: unknown; $schema?: unknown };
    delete config.vcs;
    delete config.$schema;
    writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
    for (const [path, target] of [...refused, ...allowed]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `export * from "${target}";\n`);
    }
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    const run = spawnSync(process.execPath, [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    status = run.status;
    for (const line of run.stdout.split("\n")) {
      const path = /file=([^,]+)/.exec(line)?.[1]?.split(`${basename(folder)}/`)[1];
      if (path) messages.set(path, `${messages.get(path) ?? ""}${line}`);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("a crossed boundary fails the check", () => {
    expect(status).toBe(1);
  });

  it.each(refused)("%s may not import %s, and the message says why", (path, _target, message) => {
    expect(messages.get(path)).toContain(message);
  });

  it.each(allowed)("%s may import %s", (path) => {
    expect(messages.get(path) ?? "").not.toContain("noRestrictedImports");
  });
});
