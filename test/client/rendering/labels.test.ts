import { describe, expect, it } from "vitest";
import { Emphasis } from "#client/rendering/emphasis.ts";
import { chooseLabels, chooseStandingLabels, markNodes } from "#client/rendering/labels.ts";
import { Names } from "#client/rendering/names.ts";
import { Occupancy } from "#client/rendering/occupancy.ts";
import { choosePills } from "#client/rendering/pills.ts";
import { drawnFrom, heap, nothingHidden, square, view } from "./small-graph.ts";

/** Ten pixels a character: the happy DOM has no fonts. */
const ruler = { font: "", measureText: (text: string) => ({ width: 10 * text.length }) } as unknown as CanvasRenderingContext2D;

function choose({
  keepClear = [] as [number, number, number, number][],
  selection = [] as number[],
  graph = square(),
  at = view,
  filters = nothingHidden,
} = {}) {
  const drawn = drawnFrom(graph);
  drawn.visibility.set(filters, drawn.nodes);
  const emphasis = new Emphasis();
  emphasis.selection = selection;
  emphasis.derive(drawn);
  const taken = new Occupancy();
  taken.clear(at.width, at.height);
  for (const bar of keepClear) taken.mark(...bar);
  markNodes(drawn, at, taken);
  const names = new Names(drawn.nodes, "zh", ruler);
  const standing = chooseStandingLabels(drawn, emphasis, names, at, taken);
  return {
    labels: [...standing, ...chooseLabels(drawn, emphasis, names, at, taken)],
    pills: choosePills(drawn, emphasis, names, at, taken),
    names,
  };
}

describe("occupied room", () => {
  it("is taken where it was marked and free beside it", () => {
    const taken = new Occupancy();
    taken.clear(100, 100);
    taken.mark(20, 20, 10, 10);
    expect(taken.isFree(24, 24, 2, 2)).toBe(false);
    expect(taken.isFree(36, 20, 10, 10)).toBe(true);
  });

  it("ends at the edge of the surface", () => {
    const taken = new Occupancy();
    taken.clear(100, 100);
    expect(taken.isFree(-1, 10, 5, 5)).toBe(false);
    expect(taken.isFree(90, 98, 20, 5)).toBe(false);
  });

  it("is forgotten when it is cleared for another size", () => {
    const taken = new Occupancy();
    taken.clear(100, 100);
    taken.mark(0, 0, 100, 100);
    taken.clear(60, 60);
    expect(taken.isFree(0, 0, 50, 50)).toBe(true);
  });
});

describe("names", () => {
  it("stand below their nodes where there is room", () => {
    expect(
      choose()
        .labels.map(({ node, side }) => [node, side])
        .sort(),
    ).toEqual([
      [0, "below"],
      [1, "below"],
      [2, "below"],
      [3, "below"],
    ]);
  });

  it("move aside from a floating bar", () => {
    const { labels } = choose({ keepClear: [[60, 312, 80, 40]] });
    expect(labels.find(({ node }) => node === 0)?.side).not.toBe("below");
  });

  it("are left out where all four sides are taken, but never for the selected node", () => {
    const around: [number, number, number, number][] = [[20, 230, 170, 160]];
    expect(choose({ keepClear: around }).labels.some(({ node }) => node === 0)).toBe(false);
    expect(choose({ keepClear: around, selection: [0] }).labels.some(({ node }) => node === 0)).toBe(true);
  });

  it("of the selected node lie where they hide least when no side is free", () => {
    const around: [number, number, number, number][] = [
      [20, 230, 170, 70],
      [20, 300, 170, 90],
    ];
    const open = around.map(([x, y, width, height]): [number, number, number, number] => [x + 60, y, width - 60, height]);
    expect(choose({ keepClear: open, selection: [0] }).labels.find(({ node }) => node === 0)?.side).toBe("left");
  });

  it("are not forced over each other where very many are selected", () => {
    const graph = heap(40);
    const { labels } = choose({ graph, selection: [...Array(40).keys()] });
    expect(labels.length).toBeGreaterThan(0);
    expect(labels.length).toBeLessThan(20);
  });

  it("begin with what is selected", () => {
    expect(choose({ selection: [1] }).labels[0]?.node).toBe(1);
  });

  it("are cut when they are long, in full characters", () => {
    const graph = square();
    graph.nodes.name[0] = "一二三四五六七八九十一二三四五";
    const { names } = choose({ graph });
    expect(names.text(0, false)).toBe("一二三四五六七八九十一二…");
    expect(names.text(0, true)).toBe("一二三四五六七八九十一二三四五");
  });

  it("fall back to the Chinese name where there is no English one", () => {
    const names = new Names(drawnFrom(square()).nodes, "en", ruler);
    expect(names.text(0, false)).toBe("甲");
  });
});

describe("pills", () => {
  const withMore = (more: number) => {
    const graph = square();
    graph.nodes.degree[2] = (graph.nodes.degree[2] as number) - 5 + more;
    return graph;
  };
  const shown = (options: Parameters<typeof choose>[0]) => choose(options).pills.map(({ node, text }) => [node, text]);

  it("count the links that are in the store and not drawn, where there are many", () => {
    expect(shown({ graph: withMore(10) })).toEqual([[2, "+10"]]);
    expect(shown({ graph: withMore(9) })).toEqual([]);
  });

  it("count even a single one on what is selected and on its neighbours", () => {
    expect(shown({ graph: withMore(1), selection: [2] })).toEqual([[2, "+1"]]);
    expect(shown({ graph: withMore(1), selection: [0] })).toEqual([[2, "+1"]]);
    expect(shown({ graph: withMore(1), selection: [1] })).toEqual([]);
  });

  it("count what is left out as not fetched, and leave open how many would stay where single links are filtered", () => {
    const masked = (isFiltered: boolean) => ({ edges: Uint32Array.of(0b100), nodes: new Uint32Array(0), isFiltered });
    const options = { graph: withMore(1), selection: [2] };
    const leftOut = new Map([
      [0, 1],
      [2, 1],
    ]);
    expect(shown({ ...options, filters: { ...nothingHidden, masked: masked(false), leftOut } })).toEqual([[2, "+2"]]);
    expect(shown({ ...options, filters: { ...nothingHidden, masked: masked(true) } })).toEqual([[2, "≤1"]]);
  });

  it("count even a single one from close by", () => {
    expect(shown({ graph: withMore(1), at: { ...view, x: 0, y: 200, scale: 2 } })).toEqual([[2, "+1"]]);
  });
});
