import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { Calls } from "#client/api/calls.ts";
import { EntityHistory } from "#client/panels/changes/history.tsx";
import { Documents } from "#client/panels/documents/documents.tsx";
import { StatementRow } from "#client/panels/inspector/statement-row.tsx";
import { evidenceCypher } from "#client/queries/canvas.ts";
import type { StatementAnswer } from "#graph/model/api-answers.ts";
import { renderPanel } from "./in-atlas.tsx";

afterEach(cleanup);

const shown = (query: string) => ({ query, parameters: {} });
const summary = {
  id: "doc-a",
  title: "甲报道",
  form: "original",
  published: "2024",
  reliability: "medium",
  statements: { stated: 1, inferred: 0, reference: 0 },
  metrics: 0,
  textAvailable: false,
  hashMismatch: false,
};
const answers = {
  documents: async () => ({ documents: [summary], cypher: shown("DOCUMENTS") }),
  document: async () => ({ document: summary, paragraphs: [], spans: [], cypher: shown("DOCUMENT") }),
  entityHistory: async () => ({ id: "co-a", revisions: [], cypher: shown("HISTORY") }),
} as unknown as Partial<Calls>;
const company = (id: string) => ({ id, kind: "Company", name: id, nameEn: null });
const statement = {
  id: "s-1",
  subject: "co-a",
  predicate: "PARTNERS_WITH",
  object: "co-b",
  status: "stated",
  confidence: 1,
  derived: [],
  properties: {},
  documents: ["doc-a"],
  subjectRef: company("co-a"),
  objectRef: company("co-b"),
  evidence: [],
} as unknown as StatementAnswer;

describe("what is opened to be read leaves its Cypher", () => {
  it("a document", async () => {
    const { store } = await renderPanel(<Documents id="doc-a" />, { answers });
    await expect.poll(() => store.getState().lastAction?.cypher.query).toBe("DOCUMENT");
    expect(store.getState().lastAction?.name).toBe("documents");
  });

  it("the history of an entity", async () => {
    const { store } = await renderPanel(<EntityHistory id="co-a" />, { answers });
    await expect.poll(() => store.getState().lastAction?.cypher.query).toBe("HISTORY");
  });

  it("the evidence of a statement, each time that it is opened", async () => {
    const { store } = await renderPanel(<StatementRow statement={statement} from="co-a" />, { answers });
    const chip = screen.getByRole("button", { name: /证据/ });
    await userEvent.click(chip);
    expect(store.getState().lastAction).toMatchObject({ name: "evidence", cypher: { query: evidenceCypher, parameters: { id: "s-1" } } });
    store.setState({ lastAction: null });
    await userEvent.click(chip);
    expect(store.getState().lastAction).toBeNull();
    await userEvent.click(chip);
    expect(store.getState().lastAction?.name).toBe("evidence");
  });
});
