import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiError } from "#graph/model/api-error.ts";
import { type Revision, revision } from "#graph/model/change-set.ts";
import { type ReviewedChangeSet, reviewedChangeSet } from "#graph/model/review.ts";
import { type Editing, type JsonDataset, openEditing } from "./editing.ts";

let editing: Editing;
let before: JsonDataset;
beforeAll(async () => {
  editing = await openEditing();
});
afterAll(() => editing.close());
beforeEach(async () => {
  before = await editing.exported();
});

const errorOf = (response: { body: unknown }) => apiError.parse(response.body).error;
const copy = <T>(value: T): T => structuredClone(value);

/** The dataset with one entity renamed and one more. */
function renamed(dataset: JsonDataset, to: string): JsonDataset {
  const next = copy(dataset);
  const company = next.entities.find((it) => it.id === "co-heshan");
  if (company !== undefined) company.name = to;
  return next;
}

async function propose(dataset: JsonDataset, editor?: string): Promise<ReviewedChangeSet> {
  const response = await editing.post("/changes?title=update", dataset, editor);
  expect(response.body).not.toHaveProperty("error");
  expect(response.status).toBe(201);
  return reviewedChangeSet.parse(response.body);
}

async function apply(id: string, accept: string[] | "all" = "all", editor?: string): Promise<Revision> {
  const response = await editing.post(`/changes/${id}/apply`, { accept, message: "by test" }, editor);
  expect(response.body).not.toHaveProperty("error");
  return revision.parse(response.body);
}

describe("a change set, from upload to revert", () => {
  it("is compared, kept, applied as a revision, and reverted to what stood before", async () => {
    const made = await propose(renamed(before, "河山锂业集团有限公司"), "王编辑");
    expect(made).toMatchObject({ state: "open", origin: "dataset", title: "update", author: "王编辑", basedOn: 1, stale: false });
    expect(made.changes).toMatchObject([
      {
        kind: "changed",
        record: { table: "entities", id: "co-heshan" },
        before: { name: "河山锂业有限公司" },
        after: { name: "河山锂业集团有限公司" },
      },
    ]);
    expect(await editing.exported()).toEqual(before);

    const read = await editing.get(`/changes/${made.id}`);
    expect(reviewedChangeSet.parse(read.body)).toMatchObject({ id: made.id, changes: made.changes, applying: null });
    const listed = await editing.get("/changes?state=open");
    expect(listed.body.changeSets).toMatchObject([{ id: made.id, title: "update" }]);

    const applied = await apply(made.id, "all", "王编辑");
    expect(applied).toMatchObject({ number: 2, author: "王编辑", message: "by test", tallies: { entities: { changed: 1 } } });
    expect(applied.sources).toMatchObject([{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect((await editing.get("/entities/co-heshan")).body.entity.name).toBe("河山锂业集团有限公司");
    expect((await editing.get("/search?q=河山锂业集团")).body.hits[0].id).toBe("co-heshan");
    expect((await editing.get(`/changes/${made.id}`)).body).toMatchObject({ state: "applied", revision: 2 });

    const compared = await editing.get("/revisions/compare?from=1&to=2");
    expect(compared.body).toMatchObject({ total: 1, changes: [{ kind: "changed", record: { id: "co-heshan" } }] });
    const asOf = await editing.get("/graph?revision=1");
    expect(asOf.body.nodes.name).toContain("河山锂业有限公司");
    expect((await editing.get("/graph")).body.nodes.name).toContain("河山锂业集团有限公司");

    const reverted = await editing.post("/revisions/2/revert");
    expect(reverted.status).toBe(201);
    const undo = reviewedChangeSet.parse(reverted.body);
    expect(undo).toMatchObject({ origin: "revert", basedOn: 2 });
    expect((await apply(undo.id)).number).toBe(3);
    expect(await editing.exported()).toEqual(before);
    expect((await editing.get("/search?q=河山锂业集团")).body.hits[0]?.matched.text).not.toBe("河山锂业集团有限公司");
  });

  it("says of an unknown change set or revision that it is not there", async () => {
    for (const response of [
      await editing.get("/changes/none"),
      await editing.post("/changes/none/apply", { accept: "all" }),
      await editing.post("/revisions/999/revert"),
    ])
      expect([response.status, errorOf(response).code]).toEqual([404, "not_found"]);
  });

  it("is not applied once the store has moved on: 409, with what to do", async () => {
    const first = await propose(renamed(before, "甲名"));
    const second = await propose(renamed(before, "乙名"));
    await apply(first.id);
    const refused = await editing.post(`/changes/${second.id}/apply`, { accept: "all" });
    expect([refused.status, errorOf(refused).code]).toEqual([409, "conflict"]);
    expect(errorOf(refused).remedy).toContain("rebase");
    expect((await editing.get(`/changes/${second.id}`)).body.stale).toBe(true);
    expect((await editing.get("/entities/co-heshan")).body.entity.name).toBe("甲名");
  });
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

  it("that is not valid is refused with every place, and nothing is kept", async () => {
    const open = (await editing.get("/changes")).body.changeSets.length;
    const wrong = copy(before);
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

  it("that is no JSON names the line where it breaks", async () => {
    const response = await post("/changes?name=broken.json").set("Content-Type", "application/json").send('{\n"format": ');
    expect(response.status).toBe(400);
    expect(errorOf(response).details[0]?.path).toMatch(/^broken\.json:2:/);
  });

  it("is refused with 415 in a type that is not read, 400 when it is empty, 413 beyond the limit", async () => {
    const image = await post().set("Content-Type", "image/png").send("x");
    expect([image.status, errorOf(image).code]).toEqual([415, "unsupported_type"]);
    expect(errorOf(image).remedy).toContain("text/csv");
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
