import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Revision, revision } from "#graph/model/change-set.ts";
import { type ReviewedChangeSet, reviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type Editing, errorOf, type JsonDataset, openEditing, renamed } from "./editing.ts";

let editing: Editing;
let before: JsonDataset;
beforeAll(async () => {
  editing = await openEditing();
});
afterAll(() => editing.close());
beforeEach(async () => {
  before = await editing.exported();
});

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

  it("is not applied once the store has moved on: 409, with what to do; re-based, it is shown again", async () => {
    const first = await propose(renamed(before, "甲名"));
    const second = await propose(renamed(before, "乙名"));
    await apply(first.id);
    const refused = await editing.post(`/changes/${second.id}/apply`, { accept: "all" });
    expect([refused.status, errorOf(refused).code]).toEqual([409, "conflict"]);
    expect(errorOf(refused).remedy).toContain("rebase");
    expect((await editing.get(`/changes/${second.id}`)).body.stale).toBe(true);
    expect((await editing.get("/entities/co-heshan")).body.entity.name).toBe("甲名");

    const again = reviewedChangeSet.parse((await editing.post(`/changes/${second.id}/rebase`)).body);
    expect(again).toMatchObject({ id: second.id, stale: false, changes: [{ before: { name: "甲名" }, after: { name: "乙名" } }] });
    await apply(second.id);
    expect((await editing.get("/entities/co-heshan")).body.entity.name).toBe("乙名");
  });
});

/** The dataset with a new company that builds a new project. */
function grown(dataset: JsonDataset): JsonDataset {
  const next = structuredClone(dataset);
  next.entities.push({ id: "co-new", kind: "Company", name: "新来公司" }, { id: "proj-new", kind: "Project", name: "新来项目" });
  next.statements.push({
    id: "st-new",
    name: "",
    subject: "co-new",
    predicate: "BUILDS",
    object: "proj-new",
    status: "stated",
    confidence: 1,
  });
  next.evidence.push({ id: "", name: "", statement: "st-new", document: "doc-table", row: 9 });
  for (const it of [...next.statements, ...next.evidence]) {
    if (it.name === "") delete (it as Partial<typeof it>).name;
    if (it.id === "") delete (it as Partial<typeof it>).id;
  }
  return next;
}

describe("deciding", () => {
  const changeOf = (set: ReviewedChangeSet, record: string): string => set.changes.find((it) => it.record.id === record)?.id ?? "none";
  const decide = (id: string, version: number, decisions: object[], editor?: string) =>
    editing.post(`/changes/${id}/decisions`, { version, decisions }, editor);

  it("takes along what an accepted change needs, and says so; only what was accepted is applied", async () => {
    const made = await propose(grown(renamed(before, "丁名")));
    const statement = changeOf(made, "st-new");
    const decided = await decide(made.id, made.version, [{ change: statement, decision: "accepted" }], "甲");
    expect(decided.status).toBe(200);
    const because = new Map(decided.body.decided.map((it: { change: string; because: string | null }) => [it.change, it.because]));
    expect(because.get(statement)).toBeNull();
    expect(because.get(changeOf(made, "co-new"))).toBe(statement);
    expect(because.get(changeOf(made, "proj-new"))).toBe(statement);
    expect((await editing.get(`/changes/${made.id}`)).body.decisions[statement]).toMatchObject({ decision: "accepted", by: "甲" });

    const response = await editing.post(`/changes/${made.id}/apply`, { accept: "decided" });
    expect(response.body).toMatchObject({ tallies: { entities: { added: 2, changed: 0 }, statements: { added: 1 } } });
    expect((await editing.get("/entities/co-heshan")).body.entity.name).not.toBe("丁名");
    const undo = await editing.post(`/revisions/${response.body.number}/revert`);
    await apply(undo.body.id);
    expect(await editing.exported()).toEqual(before);
  });

  it("of two editors refuses the one who saw an older version, and loses nothing of the other", async () => {
    const made = await propose(grown(before));
    const [company, project] = [changeOf(made, "co-new"), changeOf(made, "proj-new")];
    expect((await decide(made.id, made.version, [{ change: project, decision: "accepted" }], "甲")).status).toBe(200);
    const late = await decide(made.id, made.version, [{ change: company, decision: "rejected" }], "乙");
    expect([late.status, errorOf(late).code]).toEqual([409, "conflict"]);
    expect(errorOf(late).remedy).toContain("version");
    const now = reviewedChangeSet.parse((await editing.get(`/changes/${made.id}`)).body);
    expect(now.decisions).toMatchObject({ [project]: { decision: "accepted", by: "甲" } });
    expect(now.decisions).not.toHaveProperty([company]);
    const seen = { accept: "all", version: made.version };
    expect((await editing.post(`/changes/${made.id}/apply`, seen, "乙")).status).toBe(409);
    expect((await decide(made.id, now.version, [{ change: company, decision: "rejected" }], "乙")).status).toBe(200);
    await editing.post(`/changes/${made.id}/discard`);
  });

  it("of two who apply at once lets one through, the other gets 409 and nothing is half done", async () => {
    const [one, two] = [await propose(renamed(before, "戊名")), await propose(renamed(before, "己名"))];
    const answers = await Promise.all([one, two].map(({ id }) => editing.post(`/changes/${id}/apply`, { accept: "all" })));
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409]);
    const won = answers[0]?.status === 200 ? "戊名" : "己名";
    expect((await editing.get("/entities/co-heshan")).body.entity.name).toBe(won);
  });

  it("refuses unknown changes with 400, and a change set that is closed with 409", async () => {
    const made = await propose(renamed(before, "庚名"));
    const unknown = [
      await decide(made.id, made.version, [{ change: "none", decision: "accepted" }]),
      await editing.post(`/changes/${made.id}/apply`, { accept: ["none"] }),
      await editing.post(`/changes/${made.id}/apply`, { accept: "some" }),
      await decide(made.id, made.version, []),
    ];
    expect(unknown.map((it) => it.status)).toEqual([400, 400, 400, 400]);
    const discarded = await editing.post(`/changes/${made.id}/discard`);
    expect(discarded.body).toMatchObject({ id: made.id, state: "discarded" });
    for (const path of ["apply", "discard", "rebase"])
      expect((await editing.post(`/changes/${made.id}/${path}`, { accept: "all" })).status, path).toBe(409);
    expect((await editing.get("/changes?state=discarded")).body.changeSets.map((it: { id: string }) => it.id)).toContain(made.id);
  });

  it("by hand is a change set too; what cannot be done is refused with the reason", async () => {
    const edit = (title: string, it: object, editor?: string) => editing.post("/edits", { title, edits: [it] }, editor);
    const response = await edit("table withdrawn", { do: "withdraw", document: "doc-table" }, "丙");
    const made = reviewedChangeSet.parse(response.body);
    expect(response.status).toBe(201);
    expect(made).toMatchObject({ origin: "edit", title: "table withdrawn", author: "丙" });
    expect(made.changes.find((it) => it.record.id === "st-ownership")).toMatchObject({ kind: "removed" });
    const refused = await edit("merged", { do: "merge", from: "co-heshan-hx", into: "co-heshan" });
    expect([refused.status, errorOf(refused).code]).toEqual([400, "invalid_input"]);
    expect(errorOf(refused).details[0]?.message).toContain("DIFFERENT_FROM");
    expect((await edit("x", { do: "fly" })).status).toBe(400);
    expect((await edit("x", { do: "remove", table: "entities", id: "co-none" })).status).toBe(400);
  });
});

describe("an apply that takes its time", () => {
  it("tells how far it is, says so in /health, and lets no other begin", async () => {
    const [one, two] = [await propose(renamed(before, "辛名")), await propose(renamed(before, "壬名"))];
    const [began, released] = [gate(), gate()];
    const write: GraphStore["write"] = async (work) => {
      began.open();
      await released.opened;
      return editing.store.write(work);
    };
    const slow = editing.with({ store: { ...editing.store, write } });
    const applying = slow.post(`/changes/${one.id}/apply`, { accept: "all" }).then((response) => response);
    await began.opened;
    expect((await slow.get("/health")).body.applying).toBe(true);
    expect((await slow.get(`/changes/${one.id}`)).body.applying).toEqual({ done: 0, total: 0 });
    expect((await slow.get(`/changes/${two.id}`)).body.applying).toBeNull();
    const second = await slow.post(`/changes/${two.id}/apply`, { accept: "all" });
    expect([second.status, errorOf(second).code]).toEqual([409, "conflict"]);
    expect(errorOf(second).message).toContain(one.id);
    released.open();
    expect((await applying).status).toBe(200);
    expect((await slow.get("/health")).body.applying).toBe(false);
    expect((await slow.get(`/changes/${one.id}`)).body).toMatchObject({ applying: null, state: "applied" });
  });
});

function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
