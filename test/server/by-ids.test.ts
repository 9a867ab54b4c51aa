import { afterAll, beforeAll, expect, it } from "vitest";
import { graphByIds } from "#graph/model/by-ids.ts";
import { type Editing, openEditing } from "./editing.ts";

let editing: Editing;
beforeAll(async () => {
  editing = await openEditing();
});
afterAll(() => editing.close());

it("gives the entity that one of the ids was merged into in its place, and says so", async () => {
  const { body } = await editing.post("/graph/by-ids", { ids: ["co-heshan-old", "co-heshan", "co-heshan-older", "co-none"] });
  const { graph, missing } = graphByIds.parse(body);
  expect(graph.nodes.id).toEqual(["co-heshan-hx", "co-heshan"]);
  expect(graph.edges.id.length).toBeGreaterThan(0);
  const mergedInto = { id: "co-heshan-hx", kind: "Company", name: "河山循环有限公司", nameEn: null };
  expect(missing).toEqual([
    { id: "co-heshan-old", mergedInto },
    { id: "co-heshan-older", mergedInto },
    { id: "co-none", mergedInto: null },
  ]);
  const rerun = await editing.post("/cypher", graph.cypher);
  expect(rerun.body.graph.nodes.id.sort()).toEqual([...graph.nodes.id].sort());
  expect(rerun.body.graph.edges.id.sort()).toEqual([...graph.edges.id].sort());
});
