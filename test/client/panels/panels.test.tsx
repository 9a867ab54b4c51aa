import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { Inspector } from "#client/panels/inspector/inspector.tsx";
import { Rail } from "#client/panels/rail/rail.tsx";
import { SearchBox } from "#client/panels/search/search-box.tsx";
import { Strip } from "#client/panels/strip/strip.tsx";
import { explorationOf } from "#client/state/atlas.ts";
import type { EntityAnswer, EvidenceAnswer, Health, SearchAnswer } from "#graph/model/api-answers.ts";
import { subgraphOf } from "../state/subgraph-of.ts";
import { renderPanel } from "./in-atlas.tsx";

afterEach(cleanup);

const cypher = { query: "MATCH (n) RETURN n", parameters: {} };
const ganfeng = { id: "co-a", kind: "Company", name: "甲公司", nameEn: "Alpha" };
const park = { id: "park-b", kind: "Park", name: "乙园区", nameEn: "Beta Park" };

const evidence = (text: EvidenceAnswer["text"]) => ({
  statement: "s-1",
  document: "doc-1",
  start: 10,
  end: 14,
  note: "自己的话",
  title: "某报道",
  form: "original",
  published: "2024-03",
  reliability: "medium",
  url: null,
  textAvailable: text !== null,
  text,
});

const figure = (id: string, value: number) => ({
  id,
  subject: "co-a",
  name: "设计产能",
  nameEn: null,
  value,
  unit: "t/a",
  op: "≈",
  modality: "design_capacity",
  period: "2024",
  status: "stated",
  confidence: 1,
  rank: "normal",
  assertedAt: null,
  documents: [],
  derived: [],
  regionRef: null,
  denominatorRef: null,
  planRef: null,
  productRef: null,
  conflictsWith: [id === "m-1" ? "m-2" : "m-1"],
  evidence: [],
});

const entityAnswer = (text: EvidenceAnswer["text"] = null) =>
  ({
    entity: {
      ...ganfeng,
      aliases: [{ entity: "co-a", surface: "甲", scope: "global" }],
      degree: 3,
      attributes: { ownership: "private", tickers: ["002460.SZ"] },
      differentFrom: [{ ...park, reason: null }],
    },
    degrees: [{ relation: "LOCATED_IN", direction: "out", count: 3 }],
    neighbourKinds: [{ kind: "Park", count: 3 }],
    metrics: [figure("m-1", 35_000), figure("m-2", 36_000)],
    statements: [
      {
        id: "s-1",
        subject: "co-a",
        predicate: "LOCATED_IN",
        object: "park-b",
        status: "inferred",
        confidence: 0.65,
        basis: "名称",
        rank: "normal",
        properties: {},
        assertedAt: null,
        documents: ["doc-1"],
        derived: [],
        subjectRef: ganfeng,
        objectRef: park,
        evidence: [evidence(text)],
        sinceRevision: 1,
      },
    ],
    totalStatements: 1,
    unknown: [{ code: "no_supplier", about: null, zh: "供应商：没有任何陈述", en: "Suppliers: no statement" }],
    cypher,
  }) as unknown as EntityAnswer;

const graph = async () =>
  subgraphOf(
    [
      ["co-a", "Company", 3],
      ["park-b", "Park"],
    ],
    [["s-1", "LOCATED_IN", "co-a", "park-b", "inferred", 0.65]],
  );

describe("the inspector", () => {
  const open = async (answers: Partial<Calls>, language: "zh" | "en" = "zh") => {
    const view = await renderPanel(<Inspector />, { language, answers: { graph, ...answers } });
    await view.actions.overview();
    view.actions.select(0);
    return view;
  };

  it("shows names in both languages, code, owner, and what it must not be confused with", async () => {
    await open({ entity: async () => entityAnswer() });
    const region = await screen.findByRole("complementary", { name: "检查器" });
    expect(await within(region).findByText("002460.SZ")).toBeTruthy();
    expect(within(region).getByRole("heading", { name: "甲公司" })).toBeTruthy();
    expect(within(region).getByText("Alpha · 企业")).toBeTruthy();
    expect(within(region).getByText("民营")).toBeTruthy();
    expect(within(region).getByText("易混")).toBeTruthy();
  });

  it("prints a capacity with its operator and says that it is one, and shows a conflict", async () => {
    await open({ entity: async () => entityAnswer() });
    expect(await screen.findByRole("cell", { name: /≈\s3\.5万吨\/年/ })).toBeTruthy();
    expect(screen.getAllByText("设计产能", { selector: "td *" })).toHaveLength(4);
    expect(screen.getAllByText(/1 个说法不一致/)).toHaveLength(2);
  });

  it("counts what of a relation is on the canvas and offers the rest", async () => {
    await open({ entity: async () => entityAnswer() });
    expect(await screen.findByText("1/3")).toBeTruthy();
    expect(screen.getByRole("button", { name: "展开 2" })).toBeTruthy();
  });

  it("opens a statement's evidence with the words marked where the text is at hand", async () => {
    await open({ entity: async () => entityAnswer({ paragraph: "前面的话要点在此后面", start: 4, end: 8 }) });
    await userEvent.click(await screen.findByRole("button", { name: /的证据/ }));
    expect(screen.getByText("要点在此").tagName).toBe("MARK");
    expect(screen.getByText("[10, 14)")).toBeTruthy();
  });

  it("tells how to supply a text that is not at hand, beside the note in own words", async () => {
    await open({ entity: async () => entityAnswer() }, "en");
    await userEvent.click(await screen.findByRole("button", { name: /Evidence for/ }));
    expect(screen.getByText("自己的话")).toBeTruthy();
    expect(screen.getByText(/set DOCUMENTS_DIR/)).toBeTruthy();
  });

  it("leaves its query when an entity is opened, and none when a clock has it read again", async () => {
    let asked = 0;
    const { store, actions } = await open({
      entity: async () => {
        asked += 1;
        return { ...entityAnswer(), cypher };
      },
    });
    await vi.waitFor(() => expect(store.getState().lastAction?.name).toBe("entity"));
    const before = asked;
    act(() => actions.setHeldAt("2023"));
    const moved = { name: "filter" as const, cypher, rows: 1, unit: "nodes" as const, elapsedMs: 1 };
    act(() => store.setState({ lastAction: moved }));
    await vi.waitFor(() => expect(asked).toBe(before + 1));
    await screen.findByText(/在2023年成立的/);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(store.getState().lastAction).toBe(moved);
    act(() => actions.select(1));
    await vi.waitFor(() => expect(store.getState().lastAction?.name).toBe("entity"));
  });

  it("begins each entity at its top, however far the last one was read", async () => {
    const { actions } = await open({ entity: async () => entityAnswer() });
    const body = await screen.findByRole("tabpanel");
    body.scrollTop = 120;
    fireEvent.scroll(body);
    act(() => actions.select(1));
    await vi.waitFor(() => expect(screen.getByRole("tabpanel").scrollTop).toBe(0));
    expect(screen.getByRole("tabpanel")).toBe(body);
  });

  it("says what is not known", async () => {
    await open({ entity: async () => entityAnswer() }, "en");
    expect(await screen.findByText("Suppliers: no statement")).toBeTruthy();
  });

  it("keeps the names when the server fails, says why, and asks again", async () => {
    let down = true;
    await open({
      entity: async () => {
        if (down) throw new Error("Store closed");
        return entityAnswer();
      },
    });
    expect(await screen.findByText("Store closed")).toBeTruthy();
    down = false;
    await userEvent.click(screen.getByRole("button", { name: "重试" }));
    expect(await screen.findByText("002460.SZ")).toBeTruthy();
  });
});

describe("search", () => {
  const hits = {
    hits: [
      { ...ganfeng, matched: { field: "initials", text: "jgs", scope: null }, score: 1, degree: 3 },
      { ...park, matched: { field: "name", text: "乙园区", scope: null }, score: 0.5, degree: 1 },
    ],
    total: 9,
    cypher,
  } as unknown as SearchAnswer;

  it("is a combobox that says what matched, walks with arrows and opens with Enter", async () => {
    const opened: string[] = [];
    const { actions } = await renderPanel(<SearchBox />, {
      answers: {
        search: async () => hits,
        neighbours: async (id) => {
          opened.push(id);
          return graph();
        },
      },
    });
    expect(actions).toBeTruthy();
    const box = screen.getByRole("combobox", { name: "搜索" });
    await userEvent.type(box, "jgs");
    expect(await screen.findByText("首字母 jgs")).toBeTruthy();
    expect(screen.getByText("列出 2 / 9，多输入几个字可缩小范围")).toBeTruthy();
    await userEvent.keyboard("{ArrowDown}");
    expect(screen.getByRole("option", { selected: true }).textContent).toContain("乙园区");
    await userEvent.keyboard("{Enter}");
    expect(opened).toEqual(["park-b"]);
  });

  it("says what else to try when nothing is found", async () => {
    await renderPanel(<SearchBox />, { language: "en", answers: { search: async () => ({ ...hits, hits: [], total: 0 }) } });
    await userEvent.type(screen.getByRole("combobox", { name: "Search" }), "zzz");
    expect(await screen.findByText(/Nothing found for “zzz”/)).toBeTruthy();
  });

  it("says that it waits for its index, and how far that is, when it comes too early", async () => {
    let found: (answer: SearchAnswer) => void = () => {};
    const health = async () => ({ search: { ready: false, done: 45_000, total: 100_000 } }) as unknown as Health;
    const search = () => new Promise<SearchAnswer>((resolve) => (found = resolve));
    await renderPanel(<SearchBox />, { answers: { search, health } });
    await userEvent.type(screen.getByRole("combobox", { name: "搜索" }), "j");
    const told = /正在建立搜索索引（45.000 \/ 100.000），建好后列出结果/;
    expect(await screen.findByText(told, {}, { timeout: 5000 })).toBeTruthy();
    found(hits);
    expect(await screen.findByText("首字母 jgs")).toBeTruthy();
  });
});

describe("the legend", () => {
  it("switches a kind with a click and keeps it alone with Alt", async () => {
    const { store } = await renderPanel(<Rail />, { language: "en" });
    const legend = screen.getByRole("region", { name: "Legend" });
    const company = within(legend).getByRole("button", { name: /Company/ });
    await userEvent.click(company);
    expect([...explorationOf(store.getState()).hiddenKinds]).toEqual(["Company"]);
    expect(company.getAttribute("aria-pressed")).toBe("false");
    await userEvent.keyboard("{Alt>}");
    await userEvent.click(company);
    expect(explorationOf(store.getState()).hiddenKinds.size).toBe(0);
  });
});

describe("the strip", () => {
  it("shows the query of the last action with its size", async () => {
    const { actions } = await renderPanel(<Strip />, { answers: { graph } });
    await actions.overview();
    const strip = await screen.findByRole("region", { name: "Cypher" });
    expect(await within(strip).findByText("MATCH")).toBeTruthy();
    expect(within(strip).getByText(/2 节点/)).toBeTruthy();
  });
});
