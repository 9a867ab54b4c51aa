import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as answers from "#graph/model/api-answers.ts";
import { graphByIds, statementsByIds } from "#graph/model/by-ids.ts";
import { type Subgraph, subgraph } from "#graph/model/subgraph.ts";
import { answersCypherSuite } from "./answers-cypher-suite.ts";
import type { OpenApp } from "./open-app.ts";
import { edgesOf, reader } from "./reading-answers.ts";
import { memoText } from "./tiny-atlas.ts";

/** Every answer of the API over the tiny atlas, and the Cypher that each carries: one suite, run on both engines. */
export function answersSuite(engine: "embedded" | "neo4j", openApp: () => Promise<OpenApp>): void {
  let open: OpenApp;
  beforeAll(async () => {
    open = await openApp();
  });
  afterAll(() => open.close());
  const get = reader(() => open);

  describe("every answer", () => {
    it("tells health with engine, revision and counts of what holds now", async () => {
      const it = await get("/health", answers.health);
      expect(it).toMatchObject({ status: "ok", engine, revision: 1, applying: false });
      expect(it.counts).toEqual({ entities: 12, statements: 13, metrics: 4, documents: 2 });
    });

    it("counts the vocabulary", async () => {
      const it = await get("/vocabulary", answers.vocabularyAnswer);
      expect(it.kinds.find((kind) => kind.kind === "Company")).toMatchObject({ zh: "企业", count: 3 });
      expect(it.relations.find((relation) => relation.type === "LOCATED_IN")?.count).toBe(3);
      expect(it.statuses.find((status) => status.status === "inferred")?.count).toBe(4);
    });

    it("pages the graph so that every node and edge comes once, an edge with its later end", async () => {
      const whole = await get("/graph", subgraph);
      expect(whole.total).toEqual({ nodes: 12, edges: 13 });
      expect(whole.next).toBeNull();
      expect(whole.nodes.degree).toEqual([...whole.nodes.degree].sort((a, b) => b - a));

      const pages: Subgraph[] = [];
      for (let cursor: string | null = ""; cursor !== null; cursor = pages.at(-1)?.next ?? null) {
        pages.push(await get(`/graph?limit=5${cursor === "" ? "" : `&cursor=${cursor}`}`, subgraph));
      }
      expect(pages).toHaveLength(3);
      expect(pages.map((page) => page.total)).toEqual(pages.map(() => whole.total));
      expect(pages.flatMap(edgesOf).sort()).toEqual(edgesOf(whole).sort());
      expect(new Set(pages.flatMap((page) => page.nodes.id))).toEqual(new Set(whole.nodes.id));
    });

    it("pages what filters leave as it gives it at once, also where few entities keep an edge", async () => {
      for (const filter of [
        "relations=BUILDS",
        "status=inferred",
        "kinds=Company,Project,Region&minConfidence=0.9",
        "at=2024&status=stated",
      ]) {
        const whole = await get(`/graph?${filter}`, subgraph);
        const pages: Subgraph[] = [];
        for (let cursor: string | null = ""; cursor !== null; cursor = pages.at(-1)?.next ?? null)
          pages.push(await get(`/graph?${filter}&limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`, subgraph));
        expect(pages.map((page) => page.nodes.id[0])).toEqual(whole.nodes.id);
        expect(whole.total).toEqual({ nodes: whole.nodes.id.length, edges: whole.edges.id.length });
        expect(pages.flatMap(edgesOf).sort()).toEqual(edgesOf(whole).sort());
      }
    });

    it("gives pages without a count of the whole to who does not ask for it, and says that it did not count", async () => {
      const whole = await get("/graph?limit=5", subgraph);
      const page = await get("/graph?limit=5&count=false", subgraph);
      expect({ ...page, next: whole.next, total: whole.total }).toEqual({ ...whole, uncounted: true });
      expect(page.total).toEqual({ nodes: page.nodes.id.length, edges: page.edges.id.length });
      const second = await get(`/graph?limit=5&count=false&cursor=${page.next}`, subgraph);
      expect(second.uncounted).toBe(true);
      expect(second.nodes.id).toEqual((await get(`/graph?limit=5&cursor=${whole.next}`, subgraph)).nodes.id);
    });

    it("filters the graph by kind, relation, status, confidence and day", async () => {
      expect((await get("/graph?kinds=Company,IndustrialChain", subgraph)).total).toEqual({ nodes: 5, edges: 4 });
      expect((await get("/graph?relations=BUILDS", subgraph)).edges.id.sort()).toEqual(["st-4", "st-5"]);
      expect((await get("/graph?status=inferred", subgraph)).edges.id).toHaveLength(4);
      expect((await get("/graph?minConfidence=0.9", subgraph)).edges.id).not.toContain("st-8");
      expect((await get("/graph?at=2023-06", subgraph)).edges.id).toContain("st-12");
      expect((await get("/graph?at=2024", subgraph)).edges.id).not.toContain("st-12");
    });

    it("tells of every edge when it holds and which documents say it, wherever it comes from", async () => {
      const ended = "st-12 region-jia IMPLEMENTS pol-6313 -2023 doc-memo";
      const open = "st-10 chain-li COVERS ind-li - doc-memo";
      expect(edgesOf(await get("/graph", subgraph))).toEqual(expect.arrayContaining([ended, open]));
      expect(edgesOf(await get("/entities/pol-6313/neighbours", subgraph))).toContain(ended);
      const { graph } = await get("/paths?from=region-jia&to=pol-6313&maxLength=1", answers.pathsAnswer);
      expect(edgesOf(graph)).toEqual([ended]);
    });

    it("gives an entity with statements, evidence in words, metrics, conflicts and what is not known", async () => {
      const it = await get("/entities/co-ganfeng", answers.entityAnswer);
      expect(it.entity).toMatchObject({ name: "赣锋锂业", degree: 4, attributes: { tickers: ["002460", "01772.HK"] } });
      expect(it.entity.differentFrom).toMatchObject([{ id: "co-ganfeng-battery", reason: "母子公司" }]);
      expect(it.degrees.reduce((sum, { count }) => sum + count, 0)).toBe(4);
      expect(it.statements).toHaveLength(4);
      const [evidence] = it.statements.find(({ id }) => id === "st-1")?.evidence ?? [];
      expect(evidence).toMatchObject({ document: "doc-memo", textAvailable: true, text: { start: 0, end: 4 } });
      expect(memoText).toContain(evidence?.text?.paragraph);
      expect(it.unknown.map(({ code }) => code)).toEqual(["no_supplier", "no_owner"]);

      const industry = await get("/entities/ind-li", answers.entityAnswer);
      expect(industry.entity).toMatchObject({ attributes: { region: "region-jia" }, attributeRefs: [{ id: "region-jia", name: "甲市" }] });
      expect(industry.metrics.find(({ id }) => id === "me-1")).toMatchObject({ conflictsWith: ["me-3"], regionRef: { name: "甲市" } });
      const region = await get("/entities/region-jia", answers.entityAnswer);
      expect(region.unknown).toMatchObject([{ code: "target_without_result" }]);
    });

    it("tells of an entity what held at a time and what some documents had said, statements, figures, degrees and gaps alike", async () => {
      const told = async (path: string) => {
        const it = await get(`/entities/${path}`, answers.entityAnswer);
        return {
          statements: it.statements.map(({ id }) => id).sort(),
          metrics: it.metrics.map(({ id }) => id),
          degrees: it.degrees,
          of: it,
        };
      };
      const now = await told("pol-6313");
      expect(now.statements).toEqual(["st-12", "st-9"]);
      const later = await told("pol-6313?at=2024");
      expect(later.statements).toEqual(["st-9"]);
      expect(later.of.totalStatements).toBe(1);
      expect(later.degrees).toEqual([{ relation: "COVERS", direction: "out", count: 1 }]);
      expect((await told("pol-6313?at=2023-06")).statements).toEqual(["st-12", "st-9"]);
      expect((await told("pol-6313?at=2023&undated=hidden")).statements).toEqual(["st-12"]);

      expect((await told("co-ganfeng?saidBy=2024-02")).statements).toEqual([]);
      expect((await told("co-ganfeng?saidBy=2024-03")).statements).toHaveLength(4);
      expect((await told("co-ganfeng?documents=doc-table")).of).toMatchObject({ statements: [], degrees: [], totalStatements: 0 });
      expect((await told("co-ganfeng?documents=doc-table,doc-memo&reliability=high")).statements).toHaveLength(4);

      expect((await told("ind-li?at=2022")).metrics).toEqual([]);
      expect((await told("ind-li?at=2022")).of.unknown.map(({ code }) => code)).toContain("no_revenue");
      expect((await told("ind-li?at=2023")).metrics).toHaveLength(3);
      // A target holds from when it was set, whatever year it is for; that it has no result was no gap then.
      expect((await told("region-jia?at=2023")).of).toMatchObject({ metrics: [{ id: "me-4" }], unknown: [] });
    });

    it("gives the best known neighbour first, page by page: stated, then the surer inference", async () => {
      const found: string[] = [];
      let cursor = "";
      for (let page = 0; page < 3; page++) {
        const { edges, next } = await get(`/entities/co-ganfeng-battery/neighbours?limit=1${cursor}`, subgraph);
        found.push(...edges.id);
        cursor = `&cursor=${next}`;
      }
      expect(found).toEqual(["st-5", "st-2", "st-3"]);
    });

    it("gives and counts the neighbours that held at a time and that some documents name, as the entity counts them", async () => {
      for (const heard of ["", "at=2024", "at=2023&undated=hidden", "saidBy=2024-02", "documents=doc-table", "reliability=high&at=2023"])
        for (const id of ["pol-6313", "co-ganfeng", "region-jia"]) {
          const told = await get(`/entities/${id}?${heard}`, answers.entityAnswer);
          const around = await get(`/entities/${id}/neighbours?${heard}`, subgraph);
          expect(around.total.edges, `${id} ${heard}`).toBe(told.degrees.reduce((sum, { count }) => sum + count, 0));
          expect(around.edges.id.toSorted()).toEqual(told.statements.flatMap((it) => (it.objectRef === null ? [] : [it.id])).toSorted());
          for (const { kind, count } of told.neighbourKinds)
            expect((await get(`/entities/${id}/neighbours?kind=${kind}&${heard}`, subgraph)).nodes.id.length - 1, `${id} ${kind}`).toBe(
              count,
            );
        }
      const pages = await get("/entities/pol-6313/neighbours?at=2023&limit=1", subgraph);
      expect(pages.total).toEqual({ nodes: 3, edges: 2 });
      expect((await get(`/entities/pol-6313/neighbours?at=2023&limit=1&cursor=${pages.next}`, subgraph)).edges.id).not.toEqual(
        pages.edges.id,
      );
    });

    it("counts the different neighbours of an entity by kind", async () => {
      const { neighbourKinds } = await get("/entities/co-ganfeng", answers.entityAnswer);
      expect(neighbourKinds).toEqual([
        { kind: "Company", count: 1 },
        { kind: "IndustrialChain", count: 1 },
        { kind: "Project", count: 1 },
      ]);
    });

    it("pages neighbours with counted totals, a symmetric relation in both directions", async () => {
      const whole = await get("/entities/co-ganfeng/neighbours", subgraph);
      expect(whole.total).toEqual({ nodes: 4, edges: 4 });
      expect(whole.nodes.id[0]).toBe("co-ganfeng");
      const first = await get("/entities/co-ganfeng/neighbours?limit=3", subgraph);
      expect(first).toMatchObject({ total: whole.total, truncated: true });
      const second = await get(`/entities/co-ganfeng/neighbours?limit=3&cursor=${first.next}`, subgraph);
      expect([...edgesOf(first), ...edgesOf(second)]).toEqual(edgesOf(whole));
      expect((await get("/entities/co-ganfeng/neighbours?direction=in", subgraph)).edges.id).toEqual(["st-3"]);
      expect((await get("/entities/co-ganfeng/neighbours?relation=BUILDS", subgraph)).edges.id).toEqual(["st-4"]);
      expect((await get("/entities/co-ganfeng/neighbours?kind=IndustrialChain", subgraph)).edges.id).toEqual(["st-1", "st-13"]);
      for (const direction of ["in", "out"]) {
        const path = `/entities/co-steel/neighbours?direction=${direction}`;
        expect((await get(path, subgraph)).edges.id, direction).toEqual(["st-11"]);
      }
      expect((await get("/entities/chain-steel/neighbours", subgraph)).total).toEqual({ nodes: 1, edges: 0 });
    });

    it("finds paths shortest first", async () => {
      const it = await get("/paths?from=proj-cathode&to=region-jia&limit=2", answers.pathsAnswer);
      const [shortest, next] = it.paths;
      expect(shortest?.nodes).toEqual(["proj-cathode", "co-ganfeng-battery", "chain-li", "pol-6313", "region-jia"]);
      expect(shortest?.edges).toHaveLength(4);
      expect(next?.edges.length).toBeGreaterThan(4);
      expect((await get("/paths?from=proj-cathode&to=region-jia&maxLength=3", answers.pathsAnswer)).paths).toEqual([]);
      expect((await get("/paths?from=chain-steel&to=region-jia", answers.pathsAnswer)).paths).toEqual([]);
      expect((await get("/paths?from=co-steel&to=co-steel", answers.pathsAnswer)).paths).toEqual([{ nodes: ["co-steel"], edges: [] }]);
    });

    it("tells which filter stands before the last path, and which hubs were left out", async () => {
      const absent = async (query: string) => (await get(`/paths?from=proj-cathode&to=region-jia&${query}`, answers.pathsAnswer)).absence;
      expect(await absent("maxLength=3")).toEqual({ filters: [{ filter: "maxLength", length: 4 }], any: 4 });
      expect(await absent("relations=BUILDS")).toEqual({ filters: [{ filter: "relations", length: 4 }], any: 4 });
      // Both stand before it: neither alone opens a way.
      expect(await absent("relations=BUILDS&maxLength=2")).toEqual({ filters: [], any: 4 });
      const at2030 = await get("/paths?from=pol-6313&to=region-jia&maxLength=1&at=2030", answers.pathsAnswer);
      expect(at2030.absence?.filters).toContainEqual({ filter: "at", length: 1 });
      const forward = await get("/paths?from=region-jia&to=park-hitech&direction=forward", answers.pathsAnswer);
      expect(forward.absence?.filters).toEqual([{ filter: "direction", length: 1 }]);
      const none = await get("/paths?from=chain-steel&to=region-jia", answers.pathsAnswer);
      expect(none.absence).toEqual({ filters: [], any: null });
      expect((await get("/paths?from=pol-6313&to=region-jia&avoidHubs=true", answers.pathsAnswer)).hubs).toEqual([]);
    });

    it("gives statements, documents and revisions", async () => {
      expect(await get("/statements/st-11", answers.statementAnswer)).toMatchObject({
        properties: { mechanism: "双新" },
        objectRef: { name: "新钢集团" },
      });
      const { documents } = await get("/documents", answers.documentsAnswer);
      expect(documents.map(({ id, textAvailable }) => ({ id, textAvailable }))).toContainEqual({ id: "doc-memo", textAvailable: true });
      const memo = await get("/documents/doc-memo", answers.documentAnswer);
      expect(memo.paragraphs[0]?.text).toBe(memoText.slice(6, 25));
      expect(memo.spans.length).toBe(7 + 4);
      expect((await get("/revisions", answers.revisionsAnswer)).revisions).toHaveLength(1);
      expect((await get("/revisions/1", answers.revisionAnswer)).changes).toHaveLength(1);
      expect((await get("/entities/co-ganfeng/history", answers.historyAnswer)).revisions).toMatchObject([{ number: 1 }]);
    });

    it("gives entities by their ids with the edges between them, and says what is gone", async () => {
      const ids = ["co-ganfeng", "co-nobody", "proj-salt", "chain-li", "proj-salt"];
      const { body } = await open.api.post("/api/v1/graph/by-ids").send({ ids });
      const { graph, missing } = graphByIds.parse(body);
      expect(graph.nodes.id).toEqual(["co-ganfeng", "proj-salt", "chain-li"]);
      expect(edgesOf(graph).sort()).toEqual([
        "st-1 co-ganfeng PART_OF_CHAIN chain-li - doc-memo",
        "st-13 co-ganfeng LEADS_CHAIN chain-li - doc-memo",
        "st-4 co-ganfeng BUILDS proj-salt - doc-memo",
      ]);
      expect(missing).toEqual([{ id: "co-nobody", mergedInto: null }]);
    });

    it("gives statements by their ids with their evidence, and never the words of a document", async () => {
      const { body } = await open.api.post("/api/v1/statements/by-ids").send({ ids: ["st-1", "st-withdrawn", "st-11"] });
      const { statements, missing } = statementsByIds.parse(body);
      expect(statements.map(({ id }) => id)).toEqual(["st-1", "st-11"]);
      expect(statements[0]?.evidence[0]).toMatchObject({ document: "doc-memo", start: expect.any(Number), text: null });
      expect(statements[1]?.objectRef?.name).toBe("新钢集团");
      expect(missing).toEqual(["st-withdrawn"]);
    });

    it("starts with the chains, their figures and leaders, and what is not known", async () => {
      const it = await get("/start", answers.startAnswer);
      expect(it.region?.name).toBe("甲市");
      expect(it.chains[0]).toMatchObject({
        id: "chain-li",
        companies: 2,
        stated: 1,
        revenueShare: { value: 28.4 },
        leaders: [{ id: "co-ganfeng", role: "链主" }],
      });
      expect(it.unknown.some(({ code, entity }) => code === "no_leader" && entity.id === "chain-steel")).toBe(true);
      expect(it.unknownTotal).toBeGreaterThanOrEqual(it.unknown.length);
    });

    it("counts every saved question, titled in 6 to 14 characters", async () => {
      const { questions } = await get("/questions", answers.questionsAnswer);
      expect(questions.length).toBeGreaterThan(10);
      for (const { id, title, rows } of questions) {
        expect([...title.zh].length, title.zh).toBeGreaterThanOrEqual(6);
        expect([...title.zh].length, title.zh).toBeLessThanOrEqual(14);
        expect(rows, id).not.toBeNull();
      }
      const rows = Object.fromEntries(questions.map(({ id, rows: count }) => [id, count]));
      expect(rows).toMatchObject({ "inside-a-park": 2, "group-projects": 2, partners: 1, names: 1, targets: 1 });
    });
  });

  answersCypherSuite(() => open);
}
