import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { startTexts } from "#client/i18n/index.ts";
import type { TableContext } from "#client/panels/table/column.ts";
import { Grouped } from "#client/panels/table/grouped.tsx";
import { emptyExploration, show } from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { setLanguage } from "#client/state/preferences.ts";
import { addGroups, setOpen } from "#client/state/slices/groups.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

afterEach(cleanup);

describe("a row of the table", () => {
  it("is marked while a closed group stands for it on the canvas, and not when the group is open or it is in none", async () => {
    await startTexts();
    setLanguage("en");
    const graph = emptyGraph();
    mergeSubgraph(
      graph,
      subgraphOf([
        ["co-a", "Company"],
        ["co-b", "Company"],
        ["co-c", "Company"],
      ]),
    );
    const group = { key: "hand:1", by: "hand" as const, title: "Both", members: [0, 1], open: false };
    const closed = addGroups(show(emptyExploration("force"), [0, 1, 2]), [group]);
    const marked = (exploration: TableContext["exploration"]) => {
      cleanup();
      const context = { graph, exploration, language: "en" } as unknown as TableContext;
      render([0, 1, 2].map((node) => <Grouped key={node} context={context} node={node} />));
      return screen.queryAllByRole("img", { name: "in group “Both”" }).length;
    };
    expect(marked(closed)).toBe(2);
    expect(marked(setOpen(closed, ["hand:1"], true))).toBe(0);
  });
});
