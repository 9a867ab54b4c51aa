import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EdgeRow } from "#graph/queries/columns.ts";
import { type Path, searchPaths } from "#graph/queries/path-search.ts";

const undated = { validFrom: null, validTo: null, documents: [] };
const edge = (id: string, source: string, target: string): EdgeRow => ({
  id,
  source,
  target,
  type: "T",
  status: "stated",
  confidence: 1,
  ...undated,
});

const over =
  (edges: readonly EdgeRow[]) =>
  async (ids: readonly string[]): Promise<EdgeRow[]> =>
    edges.filter((it) => ids.includes(it.source) || ids.includes(it.target));

/** Every simple path by trying all. */
function allPaths(edges: readonly EdgeRow[], from: string, to: string, maxLength: number, directed = false): Path[] {
  const found: Path[] = [];
  const walk = (path: Path): void => {
    const at = path.nodes.at(-1) as string;
    if (at === to) return void found.push(path);
    if (path.edges.length === maxLength) return;
    for (const { id, source, target } of edges) {
      const end = source === at ? target : target === at && !directed ? source : null;
      if (end !== null && !path.nodes.includes(end)) walk({ nodes: [...path.nodes, end], edges: [...path.edges, id] });
    }
  };
  walk({ nodes: [from], edges: [] });
  return found.sort((a, b) => a.edges.length - b.edges.length);
}

const key = ({ nodes, edges }: Path) => `${nodes.join(">")} by ${edges.join(",")}`;

describe("searchPaths", () => {
  const letters = ["a", "b", "c", "d", "e", "f"];
  const graphs = fc
    .array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), { maxLength: 12 })
    .map((pairs) => pairs.map(([source, target], index) => edge(`e${index}`, source, target)));

  it("finds every simple path up to the length, shortest first, as trying all does", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 6 }), async (edges, maxLength) => {
        const { paths, complete } = await searchPaths({ from: "a", to: "b", maxLength, limit: 10_000, edgesAt: over(edges) });
        expect(complete).toBe(true);
        expect(paths.map(key).sort()).toEqual(allPaths(edges, "a", "b", maxLength).map(key).sort());
        expect(paths.map((it) => it.edges.length)).toEqual(paths.map((it) => it.edges.length).sort((x, y) => x - y));
      }),
    );
  });

  it("goes along the direction of the edges alone where it is asked to, but both ways along symmetric ones", async () => {
    await fc.assert(
      fc.asyncProperty(graphs, fc.integer({ min: 1, max: 6 }), async (edges, maxLength) => {
        const { paths } = await searchPaths({ from: "a", to: "b", maxLength, limit: 10_000, directed: true, edgesAt: over(edges) });
        expect(paths.map(key).sort()).toEqual(allPaths(edges, "a", "b", maxLength, true).map(key).sort());
      }),
    );
    const partners = [{ ...edge("e1", "b", "a"), type: "PARTNERS_WITH" }];
    const { paths } = await searchPaths({ from: "a", to: "b", maxLength: 2, limit: 9, directed: true, edgesAt: over(partners) });
    expect(paths).toEqual([{ nodes: ["a", "b"], edges: ["e1"] }]);
  });

  it("keeps to its limit, the shortest ones, and says that there are more", async () => {
    const edges = [edge("e1", "a", "c"), edge("e2", "c", "b"), edge("e3", "a", "b"), edge("e4", "a", "d"), edge("e5", "d", "b")];
    const { paths, complete } = await searchPaths({ from: "a", to: "b", maxLength: 4, limit: 2, edgesAt: over(edges) });
    expect(paths.map((it) => it.edges)).toEqual([["e3"], ["e1", "e2"]]);
    expect(complete).toBe(false);
  });

  it("reads no further than it must: a hub behind a direct edge stays unread", async () => {
    const read: string[] = [];
    const edges = [edge("e1", "a", "b"), edge("e2", "b", "hub"), edge("e3", "hub", "x")];
    const edgesAt = (ids: readonly string[]) => {
      read.push(...ids);
      return over(edges)(ids);
    };
    await searchPaths({ from: "a", to: "b", maxLength: 1, limit: 1, edgesAt });
    expect(read).toEqual(["a"]);
  });
});
