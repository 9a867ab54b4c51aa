import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenApp, openApp } from "./open-app.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

it("exports the dataset as JSON", async () => {
  const { status, headers, body } = await open.api.get("/api/v1/export?format=json");
  expect(status).toBe(200);
  expect(headers["content-disposition"]).toContain("chain-atlas.json");
  expect(body.entities).toHaveLength(12);
});

it("exports the dataset's tables as a zip of CSV files", async () => {
  const response = await open.api
    .get("/api/v1/export?format=csv")
    .buffer(true)
    .parse((stream, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => done(null, Buffer.concat(parts)));
    });
  const files = unzipSync(response.body);
  expect(strFromU8(files["entities.csv"] as Uint8Array)).toMatch(/^id,kind,name,nameEn,/);
  expect(Object.keys(files)).toContain("evidence.csv");
});

it("refuses an unknown format with 400 and one that is not built with 501", async () => {
  expect((await open.api.get("/api/v1/export?format=pdf")).status).toBe(400);
  expect((await open.api.get("/api/v1/export")).status).toBe(400);
  expect((await open.api.get("/api/v1/export?format=gexf")).body.error.code).toBe("not_built");
});
