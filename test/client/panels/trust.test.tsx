import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { Inspector } from "#client/panels/inspector/inspector.tsx";
import { Filters } from "#client/panels/rail/rail.tsx";
import { useSources } from "#client/panels/rail/use-sources.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { endComparison } from "#client/state/comparison.ts";
import { countVisible } from "#client/state/visible.ts";
import type { DocumentsAnswer, EntityAnswer, EvidenceAnswer, MetricAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { subgraphOf } from "../state/subgraph-of.ts";
import { renderPanel } from "./in-atlas.tsx";

afterEach(() => {
  endComparison();
  cleanup();
});

const cypher = { query: "MATCH (n) RETURN n", parameters: {} };
const alpha = { id: "co-a", kind: "Company", name: "甲公司", nameEn: "Alpha" };
const evidence = (document: string, part: Partial<EvidenceAnswer> = {}) =>
  ({
    statement: "s",
    document,
    title: `《${document}》`,
    form: "table",
    published: "2024-03",
    reliability: "medium",
    url: null,
    textAvailable: false,
    text: null,
    ...part,
  }) as EvidenceAnswer;
const owned = (id: string, part: Partial<StatementAnswer>) =>
  ({
    id,
    subject: "co-a",
    predicate: "ownership",
    status: "stated",
    confidence: 1,
    rank: "normal",
    derived: [],
    properties: {},
    documents: [],
    assertedAt: "2024-03",
    subjectRef: alpha,
    objectRef: null,
    evidence: [],
    sinceRevision: 1,
    ...part,
  }) as unknown as StatementAnswer;
const revenue = (id: string, part: Partial<MetricAnswer>) =>
  ({
    id,
    subject: "co-a",
    name: "营业收入",
    unit: "CNY",
    op: "=",
    modality: "actual",
    period: "2023",
    status: "stated",
    confidence: 1,
    rank: "normal",
    derived: [],
    documents: [],
    assertedAt: "2024-03",
    regionRef: null,
    denominatorRef: null,
    planRef: null,
    productRef: null,
    evidence: [],
    ...part,
  }) as unknown as MetricAnswer;

const answer = (part: Partial<EntityAnswer> = {}): EntityAnswer =>
  ({
    entity: { ...alpha, aliases: [], degree: 0, attributes: {}, differentFrom: [] },
    degrees: [],
    metrics: [
      revenue("m-1", { value: 797e8, conflictsWith: ["m-2"], evidence: [evidence("doc-a", { reliability: "low" })] }),
      revenue("m-2", { value: 812e8, conflictsWith: ["m-1"], rank: "preferred", derived: ["rank"], evidence: [evidence("doc-b")] }),
    ],
    statements: [
      owned("s-1", { value: "provincial_soe", validTo: "2022", evidence: [evidence("doc-a"), evidence("doc-b")] }),
      owned("s-2", { value: "central_soe", validFrom: "2022" }),
    ],
    totalStatements: 2,
    unknown: [
      { code: "no_supplier", about: null, zh: "没有来源说明供应商", en: "No source names a supplier" },
      { code: "single_weak_source", about: null, zh: "仅由一个来源支持", en: "One weak source" },
    ],
    cypher,
    ...part,
  }) as unknown as EntityAnswer;

const graph = async () =>
  subgraphOf(
    [
      ["co-a", "Company"],
      ["co-b", "Company"],
      ["co-c", "Company"],
    ],
    [
      ["s-3", "PARTNERS_WITH", "co-a", "co-b", "stated", 1, { from: "2020", documents: ["doc-a"] }],
      ["s-4", "PARTNERS_WITH", "co-b", "co-c", "stated", 1, { documents: ["doc-b"] }],
    ],
  );
const documents = async () =>
  ({
    documents: [
      { id: "doc-a", title: "甲报道", titleEn: "Report A", published: "2021", reliability: "medium" },
      { id: "doc-b", title: "乙报道", titleEn: "Report B", published: "2023", reliability: "high" },
    ],
    cypher,
  }) as unknown as DocumentsAnswer;

describe("the inspector", () => {
  const open = async (answers: Partial<Calls>, language: "zh" | "en" = "zh") => {
    const view = await renderPanel(<Inspector />, { language, answers: { graph, ...answers } });
    await view.actions.overview();
    view.actions.select(0);
    return view;
  };

  it("lays figures that disagree side by side, the preferred one first and why", async () => {
    await open({ entity: async () => answer() });
    const region = await screen.findByRole("region", { name: "来源说法不一" });
    expect(region.textContent).toContain("812亿元");
    expect(region.textContent).toContain("也有说 797亿元");
    await userEvent.click(within(region).getByRole("button", { name: /并排对照/ }));
    const dialog = await screen.findByRole("dialog", { name: "营业收入 2023：2 种说法" });
    const [first, second] = within(dialog).getAllByRole("region");
    expect(first?.textContent).toContain("首选");
    expect(first?.textContent).toContain("来源更可靠（中，另一个为低）");
    expect(first?.textContent).toContain("《doc-b》");
    expect(second?.textContent).toContain("797亿元");
    expect(second?.textContent).not.toContain("首选");
  });

  it("shows what a later document changed as changed: the earlier value struck, the later beside it", async () => {
    await open({ entity: async () => answer() }, "en");
    const region = await screen.findByRole("region", { name: "Changed later" });
    expect(within(region).getByText("provincial state-owned", { exact: false }).tagName).toBe("DEL");
    expect(within(region).getByText("central state-owned", { exact: false }).tagName).toBe("INS");
  });

  it("offers a next step for everything that is not known", async () => {
    await open({ entity: async () => answer() });
    await screen.findByText("没有来源说明供应商");
    expect(screen.getByRole("button", { name: "找线索 没有来源说明供应商" })).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "看来源 仅由一个来源支持" }));
    expect(screen.getByRole("tab", { name: /证据/ }).getAttribute("aria-selected")).toBe("true");
  });

  it("asks anew under a clock and says of what time it tells", async () => {
    const asked: unknown[] = [];
    const view = await open({
      entity: async (_id, _options, heard) => {
        asked.push(heard);
        return answer(heard === undefined ? {} : { metrics: [] });
      },
    });
    await screen.findByRole("region", { name: "来源说法不一" });
    view.actions.setHeldAt("2021");
    view.actions.setReliability("high");
    expect((await screen.findByRole("note")).textContent).toContain("在2021年成立的，可靠性高");
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ at: "2021", reliability: "high" }));
    await userEvent.click(screen.getByRole("button", { name: "看全部" }));
    expect(explorationOf(view.store.getState()).clocks.heldAt).toBeNull();
  });
});

function FiltersWithSources() {
  useSources();
  return <Filters />;
}

describe("the rail", () => {
  const open = async () => {
    const view = await renderPanel(<FiltersWithSources />, { language: "zh", answers: { graph, documents } });
    await view.actions.overview();
    await screen.findByRole("region", { name: "来源" });
    const edges = () => countVisible(view.store.getState().graph, explorationOf(view.store.getState())).edges;
    return { ...view, edges };
  };

  it("moves both clocks by the year, as one step each", async () => {
    const view = await open();
    const said = await screen.findByRole("slider", { name: "文献时间" });
    expect(said.getAttribute("aria-valuetext")).toBe("不限");
    // The years begin with 2020. That keys move a thumb is the browser's own, and shown in a real one.
    const slide = (thumb: HTMLElement, year: number) => fireEvent.change(thumb, { target: { value: String(year - 2020) } });
    slide(said, 2022);
    expect(said.getAttribute("aria-valuetext")).toBe("到2022年说过的");
    expect(view.edges()).toBe(1);
    view.actions.undo();
    expect(view.edges()).toBe(2);
    slide(screen.getByRole("slider", { name: "成立时间" }), 2020);
    expect(explorationOf(view.store.getState()).clocks.heldAt).toBe("2020");
  });

  it("counts what has no date and lets it go", async () => {
    const view = await open();
    const undated = await screen.findByRole("checkbox", { name: /无日期的陈述始终显示/ });
    expect(screen.getByText("无成立日期 1 · 无文献日期 0")).toBeTruthy();
    expect(undated).toHaveProperty("disabled", true);
    view.actions.setHeldAt("2024");
    expect(view.edges()).toBe(2);
    // Under a clock the count that concerns this clock is no longer small print.
    expect((await screen.findByText("1 条无成立日期")).closest("b")).not.toBeNull();
    expect(screen.queryByText(/条无文献日期/)).toBeNull();
    await userEvent.click(undated);
    expect(view.edges()).toBe(1);
  });

  it("counts documents, takes one out, or keeps only one", async () => {
    const view = await open();
    // The counts follow the picture.
    const of = (name: string) => screen.findByRole("checkbox", { name });
    await userEvent.click(await of("甲报道 1"));
    expect(view.edges()).toBe(1);
    expect([...(explorationOf(view.store.getState()).trust.documents ?? [])]).toEqual(["doc-b"]);
    await userEvent.click(await of("甲报道 1"));
    expect(explorationOf(view.store.getState()).trust.documents).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "只看《甲报道》" }));
    expect([...(explorationOf(view.store.getState()).trust.documents ?? [])]).toEqual(["doc-a"]);
    await userEvent.click(screen.getByRole("button", { name: "清除筛选（1）" }));
    expect(view.edges()).toBe(2);
  });

  it("keeps what the best source makes reliable", async () => {
    const view = await open();
    await userEvent.click(screen.getByRole("button", { name: "可靠性高" }));
    expect(view.edges()).toBe(1);
  });
});
