import { describe, expect, it } from "vitest";
import { generate } from "#client/playground/generate.ts";
import { Emphasis } from "#client/rendering/emphasis.ts";
import { Names } from "#client/rendering/names.ts";
import { Occupancy } from "#client/rendering/occupancy.ts";
import { chooseUnknown, isOnMark } from "#client/rendering/unknown-marks.ts";
import { drawnFrom, nothingHidden, square, view } from "./small-graph.ts";

const supplier = { zh: "供应商？", en: "Supplier?" };
const owner = { zh: "所有者？", en: "Owner?" };
const measuring = { font: "", measureText: (text: string) => ({ width: 11.5 * text.length }) } as unknown as CanvasRenderingContext2D;

function placed(
  graph: ReturnType<typeof square>,
  marks: ReadonlyMap<number, readonly { zh: string; en: string }[]>,
  { selection = [], hidden = [], room = view }: { selection?: number[]; hidden?: number[]; room?: typeof view } = {},
) {
  const drawn = drawnFrom(graph);
  const shownNodes = new Uint8Array(drawn.nodes.count).fill(1);
  for (const node of hidden) shownNodes[node] = 0;
  drawn.visibility.set({ ...nothingHidden, shownNodes }, drawn.nodes);
  const emphasis = new Emphasis();
  emphasis.selection = selection;
  emphasis.derive(drawn);
  const taken = new Occupancy();
  taken.clear(room.width, room.height);
  const names = new Names(drawn.nodes, "zh", measuring);
  return { drawn, ...chooseUnknown(drawn, marks, { emphasis: emphasis.settled, names, language: "zh", view: room, taken }) };
}

describe("marks of the unknown", () => {
  const both = new Map([
    [0, [supplier, owner]],
    [1, [supplier]],
  ]);

  it("show one of each node at rest, and count those that are not drawn", () => {
    const { placed: drawn, total } = placed(square(), both);
    expect(drawn.map(({ node, text }) => [node, text])).toEqual([
      [0, "供应商？"],
      [1, "供应商？"],
    ]);
    expect(total).toBe(3);
  });

  it("show all of a selected node", () => {
    const { placed: drawn } = placed(square(), both, { selection: [0] });
    expect(drawn.filter(({ node }) => node === 0).map(({ text }) => text)).toEqual(["供应商？", "所有者？"]);
  });

  it("leave hidden nodes out, also of the count", () => {
    expect(placed(square(), both, { hidden: [0] })).toMatchObject({ placed: [{ node: 1 }], total: 1 });
  });

  it("never overlap, stay inside the view and do not exceed what a picture can carry", () => {
    const graph = generate({ nodes: 400, edges: 400, seed: 5 });
    const marks = new Map(graph.nodes.id.map((_, node) => [node, [supplier, owner]] as const));
    const wide = { ...view, x: 0, y: 0, width: 1200, height: 800 };
    const { placed: all, drawn, total } = placed(graph, marks, { room: wide });
    expect(total).toBe(800);
    expect(all.length).toBeGreaterThan(10);
    expect(all.length).toBeLessThanOrEqual(60);
    const at = all.map(({ node, dx, dy }) => ({
      x: (drawn.nodes.x(node) - wide.x) * wide.scale + wide.width / 2 + dx,
      y: wide.height / 2 - (drawn.nodes.y(node) - wide.y) * wide.scale + dy,
    }));
    at.forEach((one, i) => {
      expect(one.x > 0 && one.x < wide.width && one.y > 0 && one.y < wide.height).toBe(true);
      for (const other of at.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(18);
    });
  });

  it("lead back to their node", () => {
    const { placed: all, drawn } = placed(square(), both);
    const [mark] = all;
    if (mark === undefined) throw new Error("no mark found room");
    const at = { x: (drawn.nodes.x(0) - view.x) * view.scale + 200 + mark.dx, y: 200 - (drawn.nodes.y(0) - view.y) * view.scale + mark.dy };
    expect(isOnMark(drawn, mark, view, at.x, at.y)).toBe(true);
    expect(isOnMark(drawn, mark, view, at.x + 20, at.y)).toBe(false);
  });
});
