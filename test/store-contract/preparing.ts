import { expect } from "vitest";
import type { PlanNode } from "#graph/store/store.ts";
import type { Open, Test } from "./contract.ts";
import { writeSupplyChain } from "./fixture.ts";
import { failureOf, openedStore } from "./opened.ts";

export function preparingContract(open: Open, test: Test): void {
  const { store, count } = openedStore(open, writeSupplyChain);

  test("prepares itself again without complaint, also with data in it", async () => {
    await store().prepare();
    await store().prepare();
    expect(await count("Company")).toBe(4);
  });

  test("refuses a second node with the same id once prepared, and leaves nothing of the try", async () => {
    await store().prepare();
    const again = store().write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Beside)" });
      await transaction.run({ text: "CREATE (:Entity:Company {id: 'c1', name: '冒名'})" });
    });
    expect(await failureOf(again)).toBeInstanceOf(Error);
    expect([await count("Company"), await count("Beside")]).toEqual([4, 0]);
  });

  test("explains a query without running it", async () => {
    const { plan } = await store().explain({ text: "UNWIND range(1, 2000000000) AS n RETURN count(n) AS n" });
    const operators = (node: PlanNode): string[] => [node.operator, ...node.children.flatMap(operators)];
    expect(operators(plan).join("")).not.toBe("");
  });

  test("explains a query with parameters", async () => {
    const { plan } = await store().explain({ text: "MATCH (n:Entity {id: $id}) RETURN n.name AS name", parameters: { id: "c1" } });
    expect(plan.operator).not.toBe("");
  });

  test("says where a query to be explained goes wrong", async () => {
    const fault = await failureOf(store().explain({ text: "MATCH (n:Entity)\nRETRUN n" }));
    expect(fault).toMatchObject({ name: "QueryInvalid", position: { line: 2 } });
  });

  test("warns of a label that no node has", async () => {
    const { notifications } = await store().explain({ text: "MATCH (n:Entiti) RETURN n.id AS id" });
    expect(notifications.map(({ severity, description }) => [severity, description.includes("Entiti")])).toContainEqual(["warning", true]);
    expect(notifications.find(({ description }) => description.includes("Entiti"))?.position).toMatchObject({
      offset: 9,
      line: 1,
      column: 10,
    });
  });

  test("tells its engine and version", async () => {
    const { engine, version } = await store().describe();
    expect(["embedded", "neo4j"]).toContain(engine);
    expect(version).toMatch(/^\d+\.\d+/);
  });
}
