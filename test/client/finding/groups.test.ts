import { describe, expect, it } from "vitest";
import type { PaletteEntry } from "#client/panels/palette/entry.ts";
import { paletteGroups } from "#client/panels/palette/groups.ts";
import { parseRecent } from "#client/panels/palette/recent.ts";

const entry = (id: string, zh: string, en: string): PaletteEntry => ({ id, title: { zh, en }, run: () => {} });
const source = (id: string) => ({ id, title: { zh: id, en: id }, use: () => [] });
const group = (id: string, entries: PaletteEntry[], total = entries.length) => ({ id, title: { zh: id, en: id }, entries, total });
const offered = [
  {
    source: source("actions"),
    entries: [entry("a", "撤销", "Undo"), entry("b", "查找路径", "Find paths"), entry("c", "找邻居", "Pathfinder")],
  },
  { source: source("questions"), entries: [entry("q", "谁引领各链", "Who leads each chain")] },
];
const entities = group("entities", [entry("e", "路径公司", "Path Co")], 12);
const ask = (typed: string, entitiesRight = true) =>
  paletteGroups({
    typed,
    offered,
    entities: typed === "" ? null : entities,
    entitiesRight,
    recent: group("recent", [entry("r", "近", "near")]),
  }).map(({ id, entries, total }) => [id, entries.map((it) => it.id).join(), total]);

describe("the palette's groups", () => {
  it("begin with what was chosen lately when nothing is typed, and offer everything", () => {
    expect(ask("")).toEqual([
      ["recent", "r", 1],
      ["actions", "a,b,c", 3],
      ["questions", "q", 1],
    ]);
  });

  it("list entities first, with how many more there are, then what matches, the best first", () => {
    expect(ask("path")).toEqual([
      ["entities", "e", 12],
      ["actions", "c,b", 2],
    ]);
  });

  it("put an action that is meant before entities that are only near", () => {
    expect(ask("undo", false)[0]).toEqual(["actions", "a", 1]);
    expect(ask("undo", true)[0]).toEqual(["entities", "e", 12]);
  });
});

describe("what was chosen lately", () => {
  it("leaves out what an older version or another page left in storage", () => {
    const good = { id: "entity:co-a", entity: { id: "co-a", kind: "Company", name: "甲", nameEn: null } };
    const action = { id: "action:undo", entity: null };
    expect(parseRecent(JSON.stringify([good, action, { id: 3, entity: null }, { id: "x", entity: { kind: "Nothing" } }, null]))).toEqual([
      good,
      action,
    ]);
    expect(parseRecent("no json")).toEqual([]);
    expect(parseRecent(null)).toEqual([]);
  });
});
