import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isChosen, parseChosen } from "#client/panels/table/chosen-columns.ts";
import type { TableContext } from "#client/panels/table/column.ts";
import { entityColumns } from "#client/panels/table/entity-columns.tsx";
import { type Figure, keyFigure } from "#client/panels/table/facts.ts";
import { matching, ordered, sortBy, toTsv } from "#client/panels/table/order.ts";
import { statementColumns } from "#client/panels/table/statement-columns.tsx";
import type { Sliced } from "#client/slices/in-slices.ts";
import { evidenceMask } from "#client/state/evidence-mask.ts";
import { type Exploration, emptyExploration, show } from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { addGroups } from "#client/state/slices/groups.ts";
import { subgraphOf } from "../state/subgraph-of.ts";

const graph = emptyGraph();
mergeSubgraph(
  graph,
  subgraphOf(
    [
      ["co-a", "Company", 2],
      ["chain-b", "IndustrialChain", 9],
      ["park-c", "Park", 1],
    ],
    [
      ["s-1", "PART_OF_CHAIN", "co-a", "chain-b"],
      ["s-2", "LOCATED_IN", "co-a", "park-c", "stated", 1, { documents: ["doc-1"] }],
    ],
  ),
);
const context: TableContext = {
  graph,
  exploration: emptyExploration("force"),
  language: "zh",
  evidence: null,
  links: Uint32Array.of(2, 1, 1),
  states: new Map(),
  figures: new Map(),
  documentTitles: new Map([["doc-1", "某报道"]]),
};
/** All at once what the page does in slices. */
function finished<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
const column = (id: string, of = entityColumns) => of.find((it) => it.id === id) ?? expect.fail(id);

describe("the table of entities", () => {
  it("tells chain and park of a company, and of the others nothing", () => {
    expect([0, 1, 2].map((row) => column("chain").text(context, row))).toEqual([graph.nodes.name[1], "", ""]);
    expect(column("place").text(context, 0)).toBe(graph.nodes.name[2]);
  });

  it("leaves out chain and park that clocks and trust take away", () => {
    const nobody: Exploration = {
      ...show(emptyExploration("force"), [0, 1, 2]),
      trust: { documents: new Set(["doc-2"]), reliability: null },
    };
    const evidence = evidenceMask(graph, nobody);
    expect(["chain", "place"].map((id) => column(id).text({ ...context, exploration: nobody, evidence }, 0))).toEqual(["", ""]);
  });

  it("tells which group an entity is in, open or closed", () => {
    const exploration = addGroups(show(emptyExploration("force"), [0, 1, 2]), [
      { key: "hand:1", by: "hand", title: "锂电双雄", members: [0, 2], open: false },
    ]);
    expect([0, 1, 2].map((row) => column("group").text({ ...context, exploration }, row))).toEqual(["锂电双雄", "", "锂电双雄"]);
  });

  it("sorts numbers as numbers, both ways, and keeps empty cells last", () => {
    expect(finished(ordered([0, 1, 2], context, column("degree"), true))).toEqual([1, 0, 2]);
    expect(finished(ordered([0, 1, 2], context, column("degree"), false))).toEqual([2, 0, 1]);
    for (const descending of [true, false]) expect(finished(ordered([1, 2, 0], context, column("chain"), descending))[0]).toBe(0);
  });

  it("loses and invents no row by sorting", () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2]), fc.constantFrom(...entityColumns), fc.boolean(), (rows, by, descending) => {
        expect(finished(ordered(rows, context, by, descending)).toSorted()).toEqual(rows.toSorted());
      }),
    );
  });

  it("begins a sort with the most for numbers and with A for texts, and turns it on the second click", () => {
    const first = sortBy({ column: "name", descending: false }, column("degree"));
    expect(first).toEqual({ column: "degree", descending: true });
    expect(sortBy(first, column("degree")).descending).toBe(false);
    expect(sortBy(first, column("kind")).descending).toBe(false);
  });

  it("keeps rows that hold every word, in whatever column", () => {
    const words = `${graph.nodes.name[0]} 企业`;
    expect(finished(matching([0, 1, 2], context, entityColumns, words))).toEqual([0]);
    expect(finished(matching([0, 1, 2], context, entityColumns, " "))).toEqual([0, 1, 2]);
  });

  it("is copied with a heading, a line a row, and no tab inside a cell", () => {
    const odd = { ...column("name"), text: () => "a\tb\nc" };
    expect(toTsv([0], context, [odd, column("degree")], ({ id }) => id)).toBe("name\tdegree\na b c\t2");
  });
});

describe("the table of statements", () => {
  it("says who, what, whom, how sure and where", () => {
    const cells = statementColumns.map((it) => it.text(context, 1));
    expect(cells).toEqual([graph.nodes.name[0], "位于", graph.nodes.name[2], "明述", "1.00", "某报道", "s-2"]);
  });
});

describe("the key figure", () => {
  const figure = (name: string, modality: string, period: string | null): Figure => ({
    name,
    modality,
    period,
    value: 1,
    unit: "CNY",
    op: "=",
  });
  it("is a result before a plan, revenue before others, and the newest of them", () => {
    const figures = [
      figure("营业收入", "target", "2026"),
      figure("产值", "actual", "2024"),
      figure("营业收入", "actual", "2022"),
      figure("营业收入", "actual", "2023"),
    ];
    expect(keyFigure(figures)).toBe(figures[3]);
    expect(keyFigure(figures.slice(0, 2))).toBe(figures[1]);
    expect(keyFigure([])).toBeUndefined();
  });
});

describe("chosen columns", () => {
  it("are the usual ones until somebody chooses, and fixed ones stay", () => {
    expect(isChosen(column("kind"), null)).toBe(true);
    expect(isChosen(column("id"), null)).toBe(false);
    expect(isChosen(column("id"), ["id"])).toBe(true);
    expect(isChosen(column("kind"), [])).toBe(false);
    expect(isChosen(column("name"), [])).toBe(true);
    expect(parseChosen('["id", 3]')).toEqual(["id"]);
    expect(parseChosen("{}")).toBeNull();
  });
});
