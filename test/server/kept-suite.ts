import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Note, note, notesAnswer } from "#graph/model/note.ts";
import { type SavedPicture, type View, type ViewChange, type ViewRequest, view, viewsAnswer } from "#graph/model/view.ts";
import type { OpenApp } from "./open-app.ts";

const token = "correct-horse-battery";

export const pictureOf = (ids: readonly string[]): SavedPicture => ({
  exploration: {
    version: 1,
    shown: [...ids],
    positions: ids.flatMap((_, row) => [row * 10.5, 2 - row / 3]),
    hiddenKinds: ["Fund"],
    hiddenTypes: ["SUPPLIES"],
    status: "stated",
    minConfidence: 0.7,
    selection: ids.slice(0, 1),
    edge: null,
    highlight: { nodes: ids.slice(0, 2), edges: [], style: "path" },
    layout: "lanes",
    pinned: ids.slice(1, 2),
    groups: [{ key: "g", by: "hand", title: "一组", members: [...ids], open: false }],
    style: { size: "degree", colour: "kind", thickness: "even" },
    clocks: { heldAt: "2024", saidBy: null },
    trust: { documents: ["doc-memo"], reliability: "medium" },
  },
  guides: [{ shape: "box", x: 0, y: 0, width: 10, height: 5, title: { zh: "上游", en: "Upstream" } }],
  camera: { x: 1.5, y: -2, ratio: 0.8, width: 1200, height: 800 },
});

/** Saved views and notes over HTTP: one suite, run on both engines. */
export function keptSuite(openApp: () => Promise<OpenApp>): void {
  let open: OpenApp;
  let api: OpenApp["api"];
  beforeAll(async () => {
    open = await openApp();
    api = open.app({ config: { editorToken: token } });
  });
  afterAll(() => open.close());

  const allowed = (test: ReturnType<OpenApp["api"]["get"]>, editor = "王分析") =>
    test.set("Authorization", `Bearer ${token}`).set("X-Editor", encodeURIComponent(editor));
  const post = (path: string, body: object) => allowed(api.post(`/api/v1${path}`)).send(body);
  const put = (path: string, body: object) => allowed(api.put(`/api/v1${path}`)).send(body);
  const drop = (path: string) => allowed(api.delete(`/api/v1${path}`));
  const save = async (request: ViewRequest): Promise<View> => {
    const { status, body } = await post("/views", request);
    expect([status, body.error]).toEqual([201, undefined]);
    return view.parse(body);
  };
  const change = (id: string, body: ViewChange) => put(`/views/${id}`, body);
  const allViews = async () => viewsAnswer.parse((await api.get("/api/v1/views")).body).views;

  describe("saved views", () => {
    it("come back exactly as they were saved, also without a token", async () => {
      const picture = pictureOf(["co-ganfeng", "chain-li", "region-jia"]);
      const saved = await save({ name: "锂电", note: "第一稿", picture });
      expect(saved).toMatchObject({ version: 1, author: "王分析", revision: 1, shown: 3, note: "第一稿", picture });
      const read = await open.api.get(`/api/v1/views/${saved.id}`);
      expect(view.parse(read.body)).toEqual(saved);
      const { picture: _, ...summary } = saved;
      expect(await allViews()).toContainEqual(summary);
    });

    it("keep a picture of thousands of entities whole", async () => {
      const ids = Array.from({ length: 6000 }, (_, at) => `co-number-${at}`);
      const saved = await save({ name: "large", picture: pictureOf(ids) });
      expect(saved.picture).toEqual(pictureOf(ids));
      expect((await drop(`/views/${saved.id}?version=1`)).status).toBe(200);
    });

    it("change by name, note or picture alone, and refuse who saw an older version", async () => {
      const picture = pictureOf(["co-steel"]);
      const { id } = await save({ name: "旧名", note: "留着", picture });
      const renamed = view.parse((await change(id, { version: 1, name: "新名" })).body);
      expect(renamed).toMatchObject({ version: 2, name: "新名", note: "留着", picture });
      const stale = await change(id, { version: 1, note: "晚了" });
      expect([stale.status, stale.body.error.code]).toEqual([409, "conflict"]);
      expect(stale.body.error.message).toContain("version 2");
      const emptied = view.parse((await change(id, { version: 2, note: "", picture: pictureOf([]) })).body);
      expect(emptied).toMatchObject({ version: 3, name: "新名", note: "", shown: 0 });
      expect((await drop(`/views/${id}?version=2`)).status).toBe(409);
      expect((await drop(`/views/${id}?version=3`)).status).toBe(200);
    });

    it("go when they are dropped, and come back under their id", async () => {
      const { id } = await save({ name: "去而复返", picture: pictureOf(["co-steel"]) });
      const dropped = view.parse((await drop(`/views/${id}?version=1`)).body);
      expect((await api.get(`/api/v1/views/${id}`)).status).toBe(404);
      expect((await drop(`/views/${id}?version=1`)).status).toBe(404);
      const { name, note: words, picture } = dropped;
      expect((await save({ id, name, note: words, picture })).id).toBe(id);
      const taken = await post("/views", { id, name, picture });
      expect([taken.status, taken.body.error.code]).toEqual([409, "conflict"]);
    });

    it("let one of two who change a view at once through", async () => {
      const { id } = await save({ name: "两人", picture: pictureOf(["co-steel"]) });
      const both = await Promise.all([change(id, { version: 1, name: "甲" }), change(id, { version: 1, name: "乙" })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it.each([
      ["a name of blanks", { name: " ", picture: pictureOf([]) }, "name"],
      ["a name that is too long", { name: "长".repeat(121), picture: pictureOf([]) }, "name"],
      ["no picture", { name: "x" }, "picture"],
      ["an id of another kind", { id: "co-steel", name: "x", picture: pictureOf([]) }, "id"],
      ["a word too many", { name: "x", picture: { ...pictureOf([]), more: 1 } }, "picture"],
      [
        "a place too few",
        { name: "x", picture: { ...pictureOf([]), exploration: { ...pictureOf(["a"]).exploration, positions: [1] } } },
        "picture.exploration.positions",
      ],
    ])("refuse %s with 400", async (_, body, path) => {
      const { status, body: answer } = await post("/views", body);
      expect(status).toBe(400);
      expect(answer.error.details[0].path).toBe(path);
    });
  });

  describe("notes", () => {
    const write = async (about: string, text: string): Promise<Note> => {
      const { status, body } = await post("/notes", { about, text });
      expect([status, body.error]).toEqual([201, undefined]);
      return note.parse(body);
    };
    const listed = async (query: string) => notesAnswer.parse((await open.api.get(`/api/v1/notes${query}`)).body);

    it("stand beside an entity or a statement, and are read by all", async () => {
      const one = await write("co-steel", "去核实 2023 年的产能");
      const other = await write("st-11", "机制的名称存疑");
      expect([one.of, other.of, one.author]).toEqual(["entity", "statement", "王分析"]);
      expect((await listed("?about=co-steel")).notes).toEqual([one]);
      expect((await listed("?about=co-steel,st-11")).total).toBe(2);
      expect(await listed("?limit=1")).toMatchObject({ total: 2, truncated: true });
      expect((await listed("?about=co-ganfeng")).notes).toEqual([]);
    });

    it("of an entity that was merged are about the one that it became, and say both ids", async () => {
      await open.store.write(async (transaction) => {
        const run = (text: string) => transaction.run({ text, parameters: {} });
        await run(
          "CREATE (n:Note {id: 'note-old', version: 1, about: 'co-merged-away', of: 'entity', text: '旧名', author: '王', at: '2024', changedAt: '2024'})",
        );
        await run(
          "CREATE (n:Note {id: 'note-gone', version: 1, about: 'co-gone', of: 'entity', text: '没了', author: '王', at: '2024', changedAt: '2024'})",
        );
        await run("MATCH (n:Entity {id: 'park-carbon'}) SET n.mergedFrom = ['co-merged-away']");
      });
      const about = async (query: string) => (await listed(query)).notes.map(({ id, about: of, aboutNow }) => [id, of, aboutNow]);
      expect(await about("?about=park-carbon")).toEqual([["note-old", "co-merged-away", "park-carbon"]]);
      expect(await about("")).toEqual(
        expect.arrayContaining([
          ["note-old", "co-merged-away", "park-carbon"],
          ["note-gone", "co-gone", "co-gone"],
        ]),
      );
      const rewritten = note.parse((await put("/notes/note-old", { version: 1, text: "改" })).body);
      expect(rewritten).toMatchObject({ about: "co-merged-away", aboutNow: "park-carbon" });
      for (const [id, version] of [
        ["note-old", 2],
        ["note-gone", 1],
      ])
        expect((await drop(`/notes/${id}?version=${version}`)).status).toBe(200);
    });

    it("are rewritten and dropped, and refuse who saw an older version", async () => {
      const { id } = await write("chain-li", "初稿");
      const rewritten = note.parse((await put(`/notes/${id}`, { version: 1, text: "改稿" })).body);
      expect(rewritten).toMatchObject({ version: 2, text: "改稿", about: "chain-li" });
      expect((await put(`/notes/${id}`, { version: 1, text: "晚了" })).status).toBe(409);
      expect((await drop(`/notes/${id}?version=2`)).status).toBe(200);
      expect((await drop(`/notes/${id}?version=2`)).status).toBe(404);
    });

    it("are refused beside what is not there", async () => {
      for (const about of ["co-nobody", "st-withdrawn", "doc-memo"]) {
        const { status, body } = await post("/notes", { about, text: "x" });
        expect([about, status, body.error.code]).toEqual([about, 404, "not_found"]);
      }
      expect((await post("/notes", { about: "co-steel", text: "  " })).status).toBe(400);
    });
  });

  it("change neither the graph, nor its revision, nor its export", async () => {
    const before = await api.get("/api/v1/export?format=json");
    const health = (await api.get("/api/v1/health")).body;
    await save({ name: "旁观", picture: pictureOf(["co-steel"]) });
    await post("/notes", { about: "co-steel", text: "旁注" });
    const { counts, revision } = (await api.get("/api/v1/health")).body;
    expect({ counts, revision }).toEqual({ counts: health.counts, revision: health.revision });
    expect((await api.get("/api/v1/export?format=json")).body).toEqual(before.body);
    expect((await api.get("/api/v1/graph")).body.total).toEqual({ nodes: 12, edges: 13 });
  });
}
