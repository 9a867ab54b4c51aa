import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { PaletteBox } from "#client/panels/palette/palette-box.tsx";
import { recent } from "#client/panels/palette/recent.ts";
import { explorationOf, step } from "#client/state/atlas.ts";
import { canvasTool } from "#client/state/canvas-tool.ts";
import { show } from "#client/state/exploration.ts";
import { mergeSubgraph } from "#client/state/loaded-graph.ts";
import { screen as where } from "#client/state/screen.ts";
import { renderPanel } from "../panels/in-atlas.tsx";
import { subgraphOf } from "../state/subgraph-of.ts";

afterEach(() => {
  cleanup();
  recent.setState({ list: [] });
  canvasTool.setState({ tool: null });
  where.setState({ route: { at: "start" } });
});

const someCompanies = subgraphOf(
  [
    ["co-a", "Company"],
    ["co-b", "Company"],
    ["co-c", "Company"],
  ],
  [["s-1", "PARTNERS_WITH", "co-a", "co-c", "stated", 1, { from: "2021" }]],
);
const answers = (search: unknown): Partial<Calls> =>
  ({
    search,
    questions: async () => ({
      questions: [{ id: "q", title: { zh: "谁引领各链", en: "Who leads" }, query: "RETURN 1", parameters: {}, rows: 1 }],
    }),
    views: async () => ({ views: [{ id: "view-a", name: "锂电现状" }] }),
  }) as unknown as Partial<Calls>;

const box = () => screen.getByRole("combobox", { name: "Find an entity, action or question" });

describe("the palette", () => {
  it("offers actions, saved views and questions before anything is typed, each group under its name", async () => {
    await renderPanel(<PaletteBox />, { language: "en", answers: answers(async () => ({ hits: [], total: 0 })) });
    expect(await screen.findByRole("option", { name: /锂电现状/ })).toBeTruthy();
    expect(within(screen.getByRole("group", { name: "Questions" })).getByRole("option").textContent).toContain("Who leads");
    expect(within(screen.getByRole("group", { name: "Actions" })).getAllByRole("option").length).toBeGreaterThan(8);
  });

  it("walks with arrows round the end and back, and tells a screen reader where it is", async () => {
    await renderPanel(<PaletteBox />, { language: "en", answers: answers(async () => ({ hits: [], total: 0 })) });
    await screen.findByRole("option", { name: /锂电现状/ });
    await userEvent.click(box());
    await userEvent.keyboard("{ArrowUp}");
    const options = screen.getAllByRole("option");
    expect(options.at(-1)?.getAttribute("aria-selected")).toBe("true");
    expect(box().getAttribute("aria-activedescendant")).toBe(options.at(-1)?.id);
    await userEvent.keyboard("{ArrowDown}");
    expect(options[0]?.getAttribute("aria-selected")).toBe("true");
  });

  it("still does actions when the server is gone, and says what is missing", async () => {
    const gone = async () => {
      throw new ApiFailure({ status: 0, code: "unreachable", message: "", remedy: "" });
    };
    await renderPanel(<PaletteBox />, { language: "en", answers: answers(gone) });
    await userEvent.type(box(), "documents");
    expect(await screen.findByText(/entities cannot be found now/)).toBeTruthy();
    expect(screen.getByRole("option", { name: /Go to Documents/ })).toBeTruthy();
  });

  it("takes the lasso in the hand, groups, and sets a clock to a year, in either language", async () => {
    const { store, actions } = await renderPanel(<PaletteBox />, {
      language: "en",
      answers: answers(async () => ({ hits: [], total: 0 })),
    });
    mergeSubgraph(store.getState().graph, someCompanies);
    act(() => where.setState({ route: { at: "explore", entity: null } }));
    step(store, (it) => show(it, [0, 1, 2]));
    actions.selectSeveral([0, 1]);
    const run = async (typed: string, name: RegExp) => {
      fireEvent.change(box(), { target: { value: typed } });
      fireEvent.click(await screen.findByRole("option", { name }));
    };
    await run("套索", /Lasso/);
    expect(canvasTool.getState().tool).toBe("lasso");
    await run("group the", /Group the selection/);
    expect(explorationOf(store.getState()).groups.map(({ by, members }) => [by, members])).toEqual([["hand", [0, 1]]]);
    await run("2021", /Holding in 2021/);
    expect(explorationOf(store.getState()).clocks.heldAt).toBe("2021");
    await run("reliability", /high reliability only/);
    expect(explorationOf(store.getState()).trust.reliability).toBe("high");
    await run("any time", /Any time/);
    expect(explorationOf(store.getState()).clocks.heldAt).toBeNull();
  });

  it("says what else to try when nothing is found", async () => {
    await renderPanel(<PaletteBox />, {
      language: "en",
      answers: answers(async () => ({ hits: [], total: 0, cypher: { query: "", parameters: {} } })),
    });
    await userEvent.type(box(), "qqqqqq");
    expect(await screen.findByText(/Nothing found for “qqqqqq”/)).toBeTruthy();
  });
});
