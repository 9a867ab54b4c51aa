import { describe, expect, it } from "vitest";
import {
  canvasCypher,
  comparisonCypher,
  drawnStatementCypher,
  evidenceCypher,
  markedCypher,
  selectionCypher,
} from "#client/queries/canvas.ts";
import * as answers from "#graph/model/api-answers.ts";
import { graphByIds } from "#graph/model/by-ids.ts";
import { cypherResult } from "#graph/model/cypher-result.ts";
import { type Subgraph, subgraph } from "#graph/model/subgraph.ts";
import type { OpenApp } from "./open-app.ts";
import { edgesOf, reader } from "./reading-answers.ts";

/** The Cypher that each answer carries gives the same when it is run: for both engines. */
export function answersCypherSuite(opened: () => OpenApp): void {
  const get = reader(opened);

  describe("the Cypher of an answer", () => {
    const sorted = (graph: Subgraph) => ({ nodes: [...graph.nodes.id].sort(), edges: edgesOf(graph).sort() });
    const rerun = async (cypher: Subgraph["cypher"]) => {
      const response = await opened().api.post("/api/v1/cypher").send(cypher);
      expect(response.body).not.toHaveProperty("error");
      return cypherResult.parse(response.body);
    };

    it.each([
      "/graph",
      "/graph?limit=4",
      "/graph?kinds=Company,Project&status=stated&at=2024&limit=3",
      "/entities/co-ganfeng/neighbours",
      "/entities/co-ganfeng/neighbours?direction=in",
      "/entities/co-ganfeng/neighbours?limit=2",
      "/entities/pol-6313/neighbours?at=2024&saidBy=2024-03",
      "/entities/chain-steel/neighbours",
    ])("returns the same nodes and edges for %s, page by page", async (path) => {
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: Subgraph = await get(`${path}${cursor === "" ? "" : `${path.includes("?") ? "&" : "?"}cursor=${cursor}`}`, subgraph);
        expect(sorted((await rerun(page.cypher)).graph)).toEqual(sorted(page));
        cursor = page.next;
      }
    });

    it("returns the same nodes and edges for entities by their ids", async () => {
      const ids = ["co-ganfeng", "co-steel", "region-jia", "proj-salt", "chain-li", "co-nobody"];
      const { graph } = graphByIds.parse((await opened().api.post("/api/v1/graph/by-ids").send({ ids })).body);
      expect(sorted((await rerun(graph.cypher)).graph)).toEqual(sorted(graph));
    });

    it("returns the same nodes and edges for paths", async () => {
      for (const to of ["region-jia", "proj-cathode"]) {
        const { graph } = await get(`/paths?from=proj-cathode&to=${to}`, answers.pathsAnswer);
        expect(sorted((await rerun(graph.cypher)).graph)).toEqual(sorted(graph));
      }
    });

    it("returns the entity with the edges of its statements", async () => {
      const it = await get("/entities/co-ganfeng", answers.entityAnswer);
      const { graph } = await rerun(it.cypher);
      expect(graph.nodes.id).toContain("co-ganfeng");
      expect([...graph.edges.id].sort()).toEqual(it.statements.map(({ id }) => id).sort());
    });

    it.each(["pol-6313?at=2024", "co-ganfeng?saidBy=2024&reliability=high", "co-ganfeng?documents=doc-table"])(
      "returns the edges that are left of %s",
      async (path) => {
        const it = await get(`/entities/${path}`, answers.entityAnswer);
        const { graph } = await rerun(it.cypher);
        expect([...graph.edges.id].sort()).toEqual(it.statements.map(({ id }) => id).sort());
      },
    );

    it("returns the hits of a search in their order", async () => {
      const it = await get("/search?q=赣锋", answers.searchAnswer);
      expect((await rerun(it.cypher)).graph.nodes.id).toEqual(it.hits.map(({ id }) => id));
    });

    it("gives what is on a canvas: what is shown, less what the filters take away", async () => {
      const whole = await get("/graph", subgraph);
      const open_ = { at: null, undated: true, heard: null };
      const all = { shown: null, statements: null, withoutKinds: [], withoutRelations: [], status: null, minConfidence: 0, ...open_ };
      const canvas = async (change: object) => sorted((await rerun({ query: canvasCypher, parameters: { ...all, ...change } })).graph);
      expect(await canvas({})).toEqual(sorted(whole));
      const shown = ["co-ganfeng", "chain-li", "proj-salt"];
      expect((await canvas({ shown })).nodes).toEqual(shown.toSorted());
      expect((await canvas({ shown, statements: ["st-4"] })).edges.map((it) => it.split(" ")[0])).toEqual(["st-4"]);
      expect((await canvas({ withoutKinds: ["Company"] })).nodes).not.toContain("co-ganfeng");
      const filtered = await get("/graph?status=inferred&minConfidence=0.6", subgraph);
      expect((await canvas({ status: "inferred", minConfidence: 0.6 })).edges).toEqual(sorted(filtered).edges);
      const builds = await get("/graph?relations=BUILDS", subgraph);
      const others = whole.dictionary.type.filter((type) => type !== "BUILDS");
      expect((await canvas({ withoutRelations: others })).edges).toEqual(sorted(builds).edges);
      const at = await get("/graph?at=2024", subgraph);
      expect((await canvas({ at: "2024-12-31" })).edges).toEqual(sorted(at).edges);
      expect((await canvas({ at: "2023-12-31", undated: false })).edges.map((it) => it.split(" ")[0])).toEqual(["st-12"]);
      expect((await canvas({ heard: ["doc-table"] })).edges).toEqual([]);
    });

    it("gives what is selected, and what two entities share", async () => {
      const selected = ["co-ganfeng", "co-ganfeng-battery"];
      const chosen = sorted((await rerun({ query: selectionCypher, parameters: { selected } })).graph);
      expect(chosen.nodes).toEqual(selected);
      expect(chosen.edges).toHaveLength(1);
      const drawn = await rerun({ query: drawnStatementCypher, parameters: { id: "st-4", subject: "co-ganfeng" } });
      expect(drawn.graph.edges.id).toEqual(["st-4"]);
      const pair = { one: "co-ganfeng", other: "co-ganfeng-battery" };
      const both = await rerun({ query: comparisonCypher, parameters: { ...pair, at: null, undated: true, heard: null } });
      expect(both.graph.nodes.id).toEqual(expect.arrayContaining([...selected, "chain-li"]));
      const table = await rerun({
        query: comparisonCypher,
        parameters: { ...pair, at: "2024-12-31", undated: true, heard: ["doc-table"] },
      });
      expect(table.graph.nodes.id.toSorted()).toEqual(selected.toSorted());
    });

    it("gives what is marked of a path, and where a statement is said", async () => {
      const marked = await rerun({ query: markedCypher, parameters: { nodes: ["co-ganfeng", "proj-salt", "chain-li"], edges: ["st-4"] } });
      expect(marked.graph.edges.id).toEqual(["st-4"]);
      expect(marked.graph.nodes.id.toSorted()).toEqual(["chain-li", "co-ganfeng", "proj-salt"]);
      const said = await rerun({ query: evidenceCypher, parameters: { id: "st-1" } });
      const { evidence } = await get("/statements/st-1", answers.statementAnswer);
      expect(said.rows.map((row) => row.slice(2, 4))).toEqual(evidence.map(({ start, end }) => [start ?? null, end ?? null]));
    });

    it.each(["/vocabulary", "/documents", "/documents/doc-memo", "/revisions", "/revisions/1", "/entities/co-ganfeng/history", "/start"])(
      "runs for %s",
      async (path) => {
        const { body } = await opened().api.get(`/api/v1${path}`);
        expect((await rerun(body.cypher)).rows.length).toBeGreaterThan(0);
      },
    );
  });
}
