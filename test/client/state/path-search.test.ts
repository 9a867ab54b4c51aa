import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relationFamilies } from "#client/panels/paths/relation-families.ts";
import { explorationOf } from "#client/state/atlas.ts";
import {
  addEnd,
  choose,
  dropEnd,
  emptyPathSearch,
  openFilter,
  pairsOf,
  pathSearch,
  reverse,
  setEnd,
  toggleRelations,
  toggleStatus,
} from "#client/state/path-search.ts";
import type { EntityRef, PathsAnswer } from "#graph/model/api-answers.ts";
import type { EntityId } from "#graph/model/id.ts";
import { relationTypes } from "#graph/vocabulary/relations.ts";
import { neighbourPart, open } from "./tiny-actions.ts";

const end = (id: string): EntityRef => ({ id: id as EntityId, kind: "Company", name: id, nameEn: null });
const between = (...ids: string[]) => ({ ...emptyPathSearch, ends: ids.map(end) });

describe("a search for paths", () => {
  it("asks for each pair of neighbouring ends, once all are chosen", () => {
    expect(pairsOf(emptyPathSearch)).toBeNull();
    expect(pairsOf(addEnd(between("a", "b")))).toBeNull();
    expect(pairsOf(between("a", "b", "c"))?.map((pair) => pair.map((it) => it.id))).toEqual([
      ["a", "b"],
      ["b", "c"],
    ]);
  });

  it("asks for each with each where no order is meant", () => {
    expect(pairsOf({ ...between("a", "b", "c"), legs: "pairs" })?.map((pair) => pair.map((it) => it.id))).toEqual([
      ["a", "b"],
      ["a", "c"],
      ["b", "c"],
    ]);
  });

  it("keeps the paths of the other legs of a way, and none of other pairs", () => {
    const path = { nodes: ["a"], edges: [] };
    const answers = [{ paths: [path, path] }, { paths: [] }, { paths: [path] }] as unknown as PathsAnswer[];
    const way = { ...between("a", "b", "c", "d"), answers };
    expect(choose(way, 0, 1).chosen).toEqual([1, null, 0]);
    expect(choose(choose(way, 0, 1), 2, 0).chosen).toEqual([1, null, 0]);
    expect(choose({ ...way, legs: "pairs" }, 2, 0).chosen).toEqual([null, null, 0]);
  });

  it("may use one status at least", () => {
    const stated = toggleStatus(toggleStatus(between("a", "b"), "inferred"), "reference");
    expect([...stated.statuses]).toEqual(["stated"]);
    expect(toggleStatus(stated, "stated")).toBe(stated);
  });

  it("opens each filter that the server names", () => {
    const shut = {
      ...between("a", "b"),
      at: "2020",
      statuses: new Set(["stated" as const]),
      minConfidence: 0.9,
      forward: true,
      maxLength: 2,
    };
    const opened = (["maxLength", "relations", "statuses", "minConfidence", "at", "direction", "avoidHubs"] as const).reduce(
      openFilter,
      shut,
    );
    expect(opened).toMatchObject({ at: null, minConfidence: 0, forward: false, maxLength: 10, avoidHubs: false });
    expect(opened.statuses.size).toBe(3);
  });

  it("never has fewer than two ends: of two, the one that is dropped waits for another", () => {
    expect(dropEnd(between("a", "b"), 0).ends).toEqual([null, end("b")]);
    expect(dropEnd(between("a", "b", "c"), 1).ends).toEqual([end("a"), end("c")]);
  });

  it("turned twice is the same", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (ids) => {
        const search = between(...ids);
        expect(reverse(reverse(search)).ends).toEqual(search.ends);
      }),
    );
  });

  it("forgets its answers with every change of the question", () => {
    const answered = { ...between("a", "b"), answers: [], chosen: [0] };
    for (const changed of [
      setEnd(answered, 0, end("c")),
      reverse(answered),
      toggleRelations(answered, ["BUILDS"]),
      openFilter(answered, "avoidHubs"),
    ])
      expect([changed.answers, changed.chosen]).toEqual([null, []]);
  });

  it("takes relations out and back as a family", () => {
    const without = toggleRelations(between("a", "b"), relationFamilies.ownership);
    expect([...without.without].sort()).toEqual([...relationFamilies.ownership].sort());
    expect(toggleRelations(without, relationFamilies.ownership).without.size).toBe(0);
  });

  it("offers every relation in one family", () => {
    expect(Object.values(relationFamilies).flat().sort()).toEqual([...relationTypes].sort());
  });
});

describe("what a search for paths marks", () => {
  const found = (paths: PathsAnswer["paths"]) => ({ paths, graph: neighbourPart(), hubs: [], truncated: false }) as unknown as PathsAnswer;

  it("goes when the next question has no answer, and comes back with one undo", async () => {
    const answers = [found([{ nodes: ["co-a", "proj-c"], edges: ["s-2"] }] as unknown as PathsAnswer["paths"]), found([])];
    const { store, actions } = open({ paths: async () => answers.shift() as PathsAnswer });
    await actions.overview();
    pathSearch.setState({ ...between("co-a", "proj-c"), open: true });
    await actions.findPaths();
    const marked = () => explorationOf(store.getState()).highlight?.edges.length ?? 0;
    expect(marked()).toBe(1);
    pathSearch.setState({ ...between("co-a", "park-b"), open: true });
    await actions.findPaths();
    expect(marked()).toBe(0);
    actions.undo();
    expect(marked()).toBe(1);
  });
});
