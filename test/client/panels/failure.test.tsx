import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiFailure } from "#client/api/request.ts";
import { FailureNotice } from "#client/panels/canvas/notices.tsx";
import { PanelFailure } from "#client/panels/failure.tsx";
import { renderPanel } from "./in-atlas.tsx";

const bracket = new ApiFailure({
  status: 400,
  code: "query_invalid",
  message: "Query not run: the bracket ( has no partner",
  remedy: "close every bracket",
});
const nobody = new ApiFailure({ status: 0, code: "unreachable", message: "Failed to fetch", remedy: "" });

describe("a failure as it is told", () => {
  afterEach(cleanup);

  it("stands in Chinese with its remedy, the server's English below it and marked as English", async () => {
    await renderPanel(<PanelFailure error={bracket} retry={() => {}} />);
    const alert = screen.getByRole("alert");
    expect(alert.querySelector("p")?.firstChild?.textContent).toBe("查询有误");
    expect(alert.textContent).toContain("查询有误。按所指位置改正查询。");
    expect(alert.querySelector("[lang=en]")?.textContent).toBe(bracket.message);
  });

  it("stands in English once", async () => {
    await renderPanel(<PanelFailure error={bracket} retry={() => {}} />, { language: "en" });
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("Query not run: the bracket ( has no partner. close every bracket");
    expect(alert.querySelector("[lang=en]")).toBeNull();
  });

  it("is tried again on the canvas where that may help, and only put away where it cannot", async () => {
    const { store } = await renderPanel(<FailureNotice />);
    store.setState({ failure: { action: "open", error: nobody, retry: vi.fn() } });
    expect(await screen.findByRole("button", { name: "重试" })).toBeTruthy();
    const gone = new ApiFailure({ status: 404, code: "not_found", message: 'no entity has the id "co-x"', remedy: "search" });
    store.setState({ failure: { action: "open", error: gone, retry: vi.fn() } });
    await screen.findByText('no entity has the id "co-x"');
    expect(screen.queryByRole("button", { name: "重试" })).toBeNull();
    expect(screen.getByRole("button", { name: "知道了" })).toBeTruthy();
  });
});
