import { expect } from "vitest";
import type { Open, Test } from "./contract.ts";
import { failureOf, openedStore } from "./opened.ts";

export function stagingContract(open: Open, test: Test): void {
  const { store, count } = openedStore(open);
  const stage = () => {
    const staged = store().stage;
    if (!staged) throw new Error("this engine has no stage; list it as a deviation");
    return staged.bind(store());
  };

  test("shows a staged change to readers only when it is complete", async () => {
    const between: unknown[] = [];
    await stage()(async (transaction) => {
      for (let batch = 0; batch < 3; batch++) {
        await transaction.run({ text: "UNWIND range(1, 1000) AS n CREATE (:Staged {n: n})" });
        between.push(await count("Staged"));
      }
    });
    expect({ between, after: await count("Staged") }).toEqual({ between: [0, 0, 0], after: 3000 });
  });

  test("leaves the store as it was when a staged change throws", async () => {
    const fault = new Error("half of it was wrong");
    const failed = stage()(async (transaction) => {
      await transaction.run({ text: "CREATE (:Abandoned)" });
      throw fault;
    });
    expect(await failureOf(failed)).toBe(fault);
    expect(await count("Abandoned")).toBe(0);
    await store().write((transaction) => transaction.run({ text: "CREATE (:AfterAbandoned)" }));
    expect(await count("AfterAbandoned")).toBe(1);
  });

  test("keeps a staged change after writing goes on", async () => {
    await stage()((transaction) => transaction.run({ text: "CREATE (:Swapped {n: 1})" }));
    await store().write((transaction) => transaction.run({ text: "CREATE (:Swapped {n: 2})" }));
    expect(await count("Swapped")).toBe(2);
  });
}
