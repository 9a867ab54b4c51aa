import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Editing, errorOf, fixture, type JsonDataset, openEditing, renamed } from "./editing.ts";

let editing: Editing;
let before: JsonDataset;
beforeAll(async () => {
  editing = await openEditing();
});
afterAll(() => editing.close());
beforeEach(async () => {
  before = await editing.exported();
});

describe("an upload", () => {
  const post = (path = "/changes") => editing.post(path);

  it("may be a wrapped dataset with a title, a form with a file, or raw bytes with a name", async () => {
    const dataset = renamed(before, "丙名");
    const text = JSON.stringify(dataset);
    const wrapped = await post().send({ dataset, title: "wrapped" });
    expect(wrapped.body).toMatchObject({ title: "wrapped", changes: [{ kind: "changed" }] });
    const form = await post().field("title", "form").attach("files", Buffer.from(text), "小城.json");
    expect(form.body).toMatchObject({ title: "form", changes: [{ kind: "changed" }], sources: [{ name: "小城.json" }] });
    const raw = await post("/changes?name=raw.json").set("Content-Type", "application/json").send(text);
    expect(raw.body).toMatchObject({ title: "raw", changes: [{ kind: "changed" }], sources: [{ name: "raw.json" }] });
  });

  it("may be the tables as CSV files, a zip of them, JSON Lines, or the workbook that the export gives", async () => {
    const from = fixture("one-company-one-project");
    const tables = await Promise.all((await readdir(from)).map(async (name) => [name, await readFile(join(from, name))] as const));
    const form = post();
    for (const [name, bytes] of tables) form.attach("files", bytes, name);
    const zipped = Buffer.from(zipSync(Object.fromEntries(tables.map(([name, bytes]) => [name, new Uint8Array(bytes)]))));
    const sheets = await editing.get("/export?format=xlsx").responseType("blob");
    const lines = await editing.get("/export?format=jsonl").responseType("blob");
    const uploads = [
      await form,
      await post("/changes?name=town.zip").set("Content-Type", "application/zip").send(zipped),
      await post().attach("files", sheets.body, "导出.xlsx"),
      await post("/changes?name=town.jsonl").set("Content-Type", "application/x-ndjson").send(lines.body),
    ];
    for (const { status, body } of uploads)
      expect([status, body.error?.message, body.tallies?.statements.unchanged]).toEqual([201, undefined, 9]);
    expect(uploads[2]?.body).toMatchObject({ title: "导出", changes: [] });
  });

  it("may be a foreign table with its mapping, as a file or as text", async () => {
    const [table, mapping] = await Promise.all(
      ["park-ledger.csv", "park-ledger.mapping.json"].map((it) => readFile(join(fixture("mapped"), it))),
    );
    const asFile = await post()
      .attach("files", table as Buffer, "台账.csv")
      .attach("files", mapping as Buffer, "台账.mapping.json");
    const asText = await post()
      .field("mapping", String(mapping))
      .attach("files", table as Buffer, "台账.csv");
    for (const { status, body } of [asFile, asText]) {
      expect([status, body.error?.message]).toEqual([201, undefined]);
      expect(body.title).toBe("台账");
      expect(body.tallies.entities.added).toBeGreaterThan(0);
    }
    expect((await post().attach("files", table as Buffer, "台账.csv")).status).toBe(400);
  });

  it("of one table that is wrong names file, row and column", async () => {
    const wrong = "id,kind,name\nco-x,Planet,甲\n";
    const response = await post("/changes?name=entities.csv").set("Content-Type", "text/csv").send(wrong);
    expect(response.status).toBe(400);
    expect(errorOf(response).details).toMatchObject([
      {
        path: "entities.csv:2:2",
        message: expect.stringContaining("Planet"),
        fault: { code: "not_one_of", parameters: { field: "kind", given: '"Planet"' } },
      },
    ]);
  });

  it("that has more problems than are shown says how many there are", async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `co-${index},Planet,名${index}`);
    const response = await post("/changes?name=entities.csv")
      .set("Content-Type", "text/csv")
      .send(`id,kind,name\n${rows.join("\n")}\n`);
    expect(errorOf(response).details).toHaveLength(1000);
    expect(errorOf(response).message).toContain("1500 problems");
  });

  it("that is not valid is refused with every place, and nothing is kept", async () => {
    const open = (await editing.get("/changes")).body.changeSets.length;
    const wrong = structuredClone(before);
    for (const [index, it] of wrong.entities.entries()) it.kind = `Planet${index}`;
    const response = await post("/changes?name=wrong.json")
      .send(JSON.stringify(wrong, null, 1))
      .set("Content-Type", "application/json");
    expect([response.status, errorOf(response).code]).toEqual([400, "invalid_input"]);
    const { details, message } = errorOf(response);
    expect(details.length).toBeGreaterThanOrEqual(5);
    expect(details[0]?.path).toMatch(/^wrong\.json:\d+:\d+$/);
    expect(details[0]?.message).toContain("Planet0");
    expect(message).toContain(`${details.length} problems`);
    expect((await editing.get("/changes")).body.changeSets).toHaveLength(open);
  });

  it("that is no form, or nested beyond all reason, is the sender's fault", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const uploads = [
      await post().set("Content-Type", "multipart/form-data").send("x"),
      await post().set("Content-Type", "multipart/form-data; boundary=abc").send("x"),
      await post().set("Content-Type", "application/json").send("[".repeat(200_000)),
      await post()
        .set("Content-Type", "application/json")
        .send(`{"format": "chain-atlas-dataset", "version": 1, "entities": [{"id": ${deep}}]}`),
      await post().set("Content-Type", "application/json").send(`{"dataset": {"entities": ${deep}}}`),
    ];
    for (const response of uploads) expect([response.status, errorOf(response).code]).toEqual([400, "invalid_input"]);
  });

  it("that is no JSON names the line where it breaks", async () => {
    const response = await post("/changes?name=broken.json").set("Content-Type", "application/json").send('{\n"format": ');
    expect(response.status).toBe(400);
    expect(errorOf(response).details[0]?.path).toMatch(/^broken\.json:2:/);
  });

  it("is refused with 415 in a type that is not read, 400 when it is empty, 413 beyond the limit", async () => {
    const image = await post().set("Content-Type", "image/png").send("x");
    expect([image.status, errorOf(image).code]).toEqual([415, "unsupported_type"]);
    expect(errorOf(image).remedy).toContain("text/csv");
    const program = await post().attach("files", Buffer.from("MZ"), "evil.exe");
    expect([program.status, errorOf(program).code]).toEqual([415, "unsupported_type"]);
    for (const ending of [".xlsx", ".jsonl", ".docx", ".pdf"]) expect(errorOf(program).remedy).toContain(ending);
    expect((await post().field("title", "x")).status).toBe(400);
    const small = editing.with({ uploadLimit: 2000 });
    const tooLarge = [
      await small
        .post("/changes")
        .set("Content-Type", "application/json")
        .send(JSON.stringify("x".repeat(3000))),
      await small.post("/changes").attach("files", Buffer.alloc(3000), "a.json"),
    ];
    for (const response of tooLarge) {
      expect([response.status, errorOf(response).code]).toEqual([413, "too_large"]);
      expect(errorOf(response).message).toMatch(/larger than [\d.]+ [MK]B/);
    }
  });
});
