import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import { FailureNotice } from "#client/panels/canvas/notices.tsx";
import { PanelFailure } from "#client/panels/failure.tsx";
import { Start } from "#client/panels/start/start.tsx";
import { Unanswered } from "#client/panels/unanswered.tsx";
import { renderPanel } from "./in-atlas.tsx";

const bracket = new ApiFailure({
  status: 400,
  code: "query_invalid",
  message: "Query not run: the bracket ( has no partner",
  remedy: "close every bracket",
});
const nobody = new ApiFailure({ status: 0, code: "unreachable", message: "Failed to fetch", remedy: "" });

const health = {
  status: "ok",
  revision: 1,
  counts: { entities: 0, statements: 0, metrics: 0, documents: 0 },
};

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
    expect(alert.textContent).toContain("Query not run: the bracket ( has no partner. Close every bracket");
    expect(alert.querySelector("[lang=en]")).toBeNull();
  });

  it("tells people in English what they can do, and not which call a program would make", async () => {
    const gone = new ApiFailure({
      status: 404,
      code: "not_found",
      message: 'no entity has the id "co-x"',
      remedy: "search for it with GET /search?q=",
    });
    await renderPanel(<PanelFailure error={gone} retry={() => {}} />, { language: "en" });
    const { textContent } = screen.getByRole("alert");
    expect(textContent).toContain('No entity has the id "co-x". It may have been merged or withdrawn; search for it again.');
    expect(textContent).not.toContain("GET");
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

  it("is told once where nobody answers, and what was asked for in vain is asked again once somebody does", async () => {
    let up = false;
    const answers = <T,>(answer: T) => vi.fn(async () => (up ? answer : Promise.reject(nobody)));
    const start = answers({ region: null, chains: [] });
    const { store } = await renderPanel(
      <>
        <Unanswered />
        <Start />
      </>,
      {
        answers: {
          health: answers(health),
          start,
          vocabulary: answers({ kinds: [], statuses: [] }),
          questions: answers({ questions: [] }),
          documents: answers({ documents: [] }),
        } as unknown as Partial<Calls>,
      },
    );
    const retry = vi.fn();
    store.setState({ failure: { action: "open", error: nobody, retry } });
    // Where each part told it for itself there would be five.
    await waitFor(() => expect(screen.getAllByRole("alert")).toHaveLength(1), { timeout: 9_000 });
    expect(screen.getByRole("alert").textContent).toContain("服务没有应答");
    const asked = start.mock.calls.length;
    up = true;
    await userEvent.click(screen.getByRole("button", { name: "重试" }));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    await screen.findByRole("heading", { name: "问一个问题" });
    expect(start.mock.calls.length).toBeGreaterThan(asked);
    expect(retry).toHaveBeenCalledOnce();
  });
});
