import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { ChangeLine } from "#client/panels/changes/change-line.tsx";
import HandEdit from "#client/panels/changes/edit/hand-edit.tsx";
import { TokenBox } from "#client/panels/changes/intake/token-box.tsx";
import { Detail } from "#client/panels/changes/review/detail.tsx";
import { reviewing } from "#client/panels/changes/reviewing.ts";
import { RevisionDetail } from "#client/panels/changes/revisions/revision-detail.tsx";
import { editor, setEditorToken } from "#client/state/editor.ts";
import { handEdit, startEdit, statementContentOf } from "#client/state/hand-edits.ts";
import type { ComparisonAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { entityChange, reviewed, statementChange } from "../state/reviewed.ts";
import { renderPanel } from "./in-atlas.tsx";

afterEach(async () => {
  cleanup();
  await reviewing.actions.open(null);
  setEditorToken(null);
  handEdit.setState({ open: null });
});

const stored = statementChange("s-1", "co-a", "co-b", "changed");
const set = () =>
  reviewed([entityChange("co-a"), entityChange("co-b"), stored], {
    refs: [
      { id: "co-a", kind: "Company", name: "甲锂业", nameEn: "Alpha" },
      { id: "co-b", kind: "Company", name: "乙钢铁", nameEn: "Beta" },
    ] as never,
  });

async function shown(at: string, language: "zh" | "en" = "zh", editing = false) {
  const document = {
    document: { title: "某报道" },
    paragraphs: [{ id: "p-1", document: "doc-1", kind: "body", start: 0, end: 20, text: "甲锂业与乙钢铁签约合作，规模未定。" }],
  };
  const decide = vi.fn(async () => ({ version: 1, decided: [] }));
  const view = await renderPanel(<Detail editing={editing} setEditing={() => {}} onShow={() => {}} />, {
    language,
    answers: { changeSet: async () => set(), document: async () => document, decide } as unknown as Partial<Calls>,
  });
  await reviewing.actions.open("cs-1");
  reviewing.actions.point(at);
  return { ...view, decide };
}

describe("what a revision changed", () => {
  const none = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const revision = {
    number: 3,
    at: "2026-01-01T00:00:00Z",
    author: "甲",
    message: "更新",
    sources: [],
    checksum: "0123456789abcdef00",
    tallies: { entities: { ...none, added: 1 }, statements: none, metrics: none, documents: none, conflicts: 0 },
  };
  const distinction = { ...entityChange("co-a"), id: "constraints:1", record: { table: "constraints" as const, id: "1" } };
  const told = (difference: Pick<ComparisonAnswer, "changes" | "total" | "truncated">) =>
    renderPanel(
      <RevisionDetail
        between={{ from: 2, to: 3 }}
        difference={difference}
        error={null}
        retry={() => {}}
        names={new Map()}
        cursor={null}
        point={() => {}}
      />,
      { language: "en", answers: { revisions: async () => ({ revisions: [revision], total: 1 }) } as unknown as Partial<Calls> },
    );

  it("is counted so that its tables make up the number that stands above the list", async () => {
    await told({ changes: [entityChange("co-a"), distinction], total: 2, truncated: false });
    const row = await screen.findByRole("row", { name: /distinctions/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent),
    ).toEqual(["1", "0", "0"]);
    expect(screen.getByRole("heading", { name: /What changed/ }).parentElement?.textContent).toContain("2");
  });

  it("is told in full where only the first of it were fetched", async () => {
    await told({ changes: [entityChange("co-a"), distinction], total: 41_000, truncated: true });
    expect(await screen.findByText("Only the first 2 of 41 000 were fetched.")).toBeTruthy();
    expect(screen.queryByRole("row", { name: /distinctions/ })).toBeNull();
  });
});

describe("the line of a change", () => {
  it("names the fields of an entity that change, since its name alone does not tell", async () => {
    const change = entityChange("co-a", "changed", "甲锂业");
    const after = { ...change.after, nameEn: "Alpha Lithium", subkind: "smelter" };
    const { container } = await renderPanel(<ChangeLine change={{ ...change, after }} names={new Map()} />, {
      language: "zh",
      answers: {},
    });
    expect(container.textContent).toContain("英文名、");
    cleanup();
    const again = await renderPanel(<ChangeLine change={change} names={new Map()} />, { language: "zh", answers: {} });
    expect(again.container.textContent).not.toContain("英文名");
  });
});

describe("the details of a change", () => {
  it("show the words it rests on in their paragraph, and what is written field by field", async () => {
    const { container } = await shown(stored.id);
    const marked = () => [...container.querySelectorAll("blockquote mark")].map((mark) => mark.textContent).join("");
    await vi.waitFor(() => expect(marked()).toBe("与乙钢铁签约"));
    const row = screen.getByRole("row", { name: /陈述状态/ });
    expect(within(row).getByText("推断").tagName).toBe("S");
    expect(row.textContent).toContain("明述");
  });

  it("say before a decision what it carries along", async () => {
    await shown("entities:co-a", "en");
    expect(await screen.findByText("Rejecting it also rejects 1 item that hangs on it")).toBeDefined();
  });

  it("send what a person corrected as an acceptance of it", async () => {
    const { decide } = await shown(stored.id, "en", true);
    const confidence = await screen.findByLabelText("Confidence");
    await userEvent.clear(confidence);
    await userEvent.type(confidence, "0.85");
    await userEvent.click(screen.getByRole("button", { name: "Save and accept" }));
    expect(decide).toHaveBeenCalledWith("cs-1", {
      version: 0,
      decisions: [
        expect.objectContaining({ change: stored.id, decision: "accepted", edited: expect.objectContaining({ confidence: 0.85 }) }),
      ],
    });
  });
});

describe("the editor token", () => {
  it("is asked for, kept for this tab, and forgotten on request", async () => {
    await renderPanel(<TokenBox />, { language: "en" });
    await userEvent.type(screen.getByLabelText("Editor token"), "secret");
    await userEvent.click(screen.getByRole("button", { name: "Use it" }));
    expect(editor.getState().token).toBe("secret");
    expect(sessionStorage.getItem("atlas.editorToken")).toBe("secret");
    expect(localStorage.length === 0 || !JSON.stringify(localStorage).includes("secret")).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Stop editing" }));
    expect(sessionStorage.getItem("atlas.editorToken")).toBeNull();
  });
});

describe("an edit by hand", () => {
  const statement = {
    id: "s-1",
    subject: "co-a",
    predicate: "PARTNERS_WITH",
    object: "co-b",
    status: "stated",
    confidence: 1,
    rank: "normal",
    properties: {},
    assertedAt: "2024-03",
    documents: ["doc-1"],
    subjectRef: { id: "co-a", kind: "Company", name: "甲", nameEn: null },
    objectRef: { id: "co-b", kind: "Company", name: "乙", nameEn: null },
    evidence: [{ statement: "s-1", document: "doc-1", start: 1, end: 4, note: "x", title: "t", form: "original", text: null }],
    sinceRevision: 1,
  } as unknown as StatementAnswer;

  it("starts from the record as it stands, without what is derived", () => {
    expect(statementContentOf(statement)).toEqual({
      id: "s-1",
      subject: "co-a",
      predicate: "PARTNERS_WITH",
      object: "co-b",
      status: "stated",
      confidence: 1,
      evidence: [{ document: "doc-1", start: 1, end: 4, note: "x" }],
    });
  });

  it("is sent only once something is different", async () => {
    setEditorToken("secret");
    const edit = vi.fn(async () => ({ id: "cs-2" }));
    await renderPanel(<HandEdit />, { language: "en", answers: { edit } as unknown as Partial<Calls> });
    startEdit({ form: "correct-statement", statement });
    const review = await screen.findByRole("button", { name: "Review it" });
    expect((review as HTMLButtonElement).disabled).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText("Backing"), "inferred");
    await userEvent.click(review);
    expect(edit).toHaveBeenCalledWith({
      title: "Correct 甲",
      edits: [{ do: "put", table: "statements", content: expect.objectContaining({ status: "inferred", object: "co-b" }) }],
    });
  });
});
