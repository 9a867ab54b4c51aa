import { afterAll, beforeAll, expect, it } from "vitest";
import { noTexts } from "#graph/queries/document-texts.ts";
import { keepText } from "#graph/queries/kept-texts.ts";
import { type OpenApp, openApp } from "./open-app.ts";
import { memoSha256, memoText } from "./tiny-atlas.ts";

let open: OpenApp;
beforeAll(async () => {
  open = await openApp();
});
afterAll(() => open.close());

it("a text that was supplied once is shown from the store, by the hash of its file, and is part of no export", async () => {
  const api = open.app({ documents: noTexts });
  const before = await api.get("/api/v1/documents/doc-memo");
  expect(before.body.document.textAvailable).toBe(false);
  await keepText(open.store, { sha256: memoSha256, name: "memo", text: memoText });
  await keepText(open.store, { sha256: memoSha256, name: "memo", text: memoText });
  const after = await api.get("/api/v1/documents/doc-memo");
  expect(after.body.document).toMatchObject({ textAvailable: true, hashMismatch: false });
  expect(after.body.paragraphs[0].text).toBe(memoText.slice(6, 25));
  const { status, text } = await api.get("/api/v1/export?format=json");
  expect([status, text.includes("甲公司在乙园区建设丙项目")]).toEqual([200, false]);
});
