import { describe, expect, it } from "vitest";
import { notedOf } from "#client/panels/notes/follow-notes.ts";
import { hasEnded } from "#client/state/ended.ts";
import { emptyExploration, show } from "#client/state/exploration.ts";
import { emptyGraph, mergeSubgraph } from "#client/state/loaded-graph.ts";
import { lastDay } from "#client/state/loaded-sources.ts";
import { addGroups } from "#client/state/slices/groups.ts";
import { stackedOf } from "#client/state/stacks.ts";
import type { Note } from "#graph/model/note.ts";
import { subgraphOf } from "./subgraph-of.ts";

const together = (members: number[]) => [{ key: "hand:1", by: "hand" as const, title: "", members, open: false }];

const graph = () => {
  const made = emptyGraph();
  mergeSubgraph(
    made,
    subgraphOf(
      [
        ["co-a", "Company"],
        ["co-b", "Company"],
        ["co-c", "Company"],
      ],
      [
        ["s-over", "OWNS", "co-a", "co-b", "stated", 1, { to: "2022" }],
        ["s-running", "OWNS", "co-a", "co-c", "stated", 1, { to: "2026" }],
        ["s-open", "PARTNERS_WITH", "co-b", "co-c", "stated", 1, { from: "2020" }],
      ],
    ),
  );
  return made;
};

describe("a statement that ended", () => {
  it("is told from the day after its last, one that still runs or has no end is not", () => {
    const it = graph();
    const ended = (day: string) => [0, 1, 2].filter((edge) => hasEnded(it, edge, lastDay(day)));
    expect(ended("2022-12-31")).toEqual([]);
    expect(ended("2023-01-01")).toEqual([0]);
    expect(ended("2027-01-01")).toEqual([0, 1]);
  });

  it("does not end the line of a closed group: that stands for several", () => {
    const it = graph();
    const exploration = addGroups(show(emptyExploration("force"), [0, 1, 2]), together([1, 2]));
    const { drawn } = stackedOf(it, exploration);
    const bundles = [...Array(it.edgeCount).keys()].filter((edge) => drawn[it.edges.target[edge] as number] === 1);
    expect(bundles.length).toBeGreaterThan(0);
    expect(bundles.filter((edge) => hasEnded(it, edge, lastDay("2030")))).toEqual([]);
  });
});

describe("what has notes", () => {
  const about = (id: string) => ({ about: `${id}-before-it-was-merged`, aboutNow: id }) as Note;

  it("is drawn where it is loaded; a closed group wears the sheet of its members", () => {
    const it = graph();
    const exploration = show(emptyExploration("force"), [0, 1, 2]);
    const notes = [about("co-b"), about("s-over"), about("co-gone")];
    expect(notedOf(it, stackedOf(it, exploration), notes)).toEqual({ nodes: new Set([1]), edges: new Set([0]) });
    const stacked = stackedOf(it, addGroups(exploration, together([1, 2])));
    const [stack] = stacked.members.keys();
    const noted = notedOf(it, stacked, notes);
    expect([...noted.nodes]).toEqual([stack]);
    expect([...noted.edges].map((edge) => it.edges.target[edge])).toEqual([stack]);
  });
});
