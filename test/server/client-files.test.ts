import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientFiles } from "#server/http/client-files.ts";

describe("the built client", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "atlas-client-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<title>old</title>");
    writeFileSync(join(folder, "assets", "old.js"), "1");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("may be built anew under a running server: what is gone is not found, what has come is served, and pages go on", async () => {
    const app = supertest(express().use(clientFiles(folder)));
    const kept = await app.get("/assets/old.js").expect(200);
    expect(kept.headers["cache-control"]).toContain("immutable");
    expect((await app.get("/explore").expect(200)).headers["cache-control"]).toBe("no-cache");
    rmSync(join(folder, "assets", "old.js"));
    writeFileSync(join(folder, "assets", "new.js"), "2");
    writeFileSync(join(folder, "index.html"), "<title>new</title>");
    await app.get("/assets/old.js").expect(404);
    expect((await app.get("/assets/new.js").expect(200)).text).toBe("2");
    expect((await app.get("/explore").expect(200)).text).toContain("new");
  });
});
