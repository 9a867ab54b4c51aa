import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiError } from "#graph/model/api-error.ts";
import { reviewedChangeSet } from "#graph/model/review.ts";
import { type Editing, openEditing } from "./editing.ts";

let editing: Editing;
beforeAll(async () => {
  editing = await openEditing();
});
afterAll(() => editing.close());

const text =
  "小城锂电产业再添新项目\n\n3月5日，河山锂业有限公司在小城市开工建设年产3万吨氢氧化锂项目，总投资12亿元。去年，小城市锂电产业实现营业收入85亿元，同比增长13%左右。\n";
const sha256 = createHash("sha256").update(text).digest("hex");

describe("a document that is uploaded", () => {
  it("becomes proposals with the words that they rest on, and its text is shown once they are applied", async () => {
    const response = await editing.post("/changes").field("published", "2024-03").attach("files", Buffer.from(text), "小城报道.txt");
    expect([response.status, response.body.error?.message]).toEqual([201, undefined]);
    const made = reviewedChangeSet.parse(response.body);
    expect(made).toMatchObject({ origin: "document", sources: [{ name: "小城报道.txt", sha256 }] });
    expect(new Set(made.changes.map((it) => it.kind))).toEqual(new Set(["added"]));
    const document = made.changes.find((it) => it.record.table === "documents");
    expect(document?.after).toMatchObject({ sha256, published: "2024-03", characters: text.length });
    const figures = made.changes.filter((it) => it.record.table === "metrics");
    const revenue = figures.find((it) => it.after?.value === 8_500_000_000);
    expect(revenue?.after).toMatchObject({ unit: "CNY", period: "2023", modality: "actual" });
    const [evidence] = revenue?.evidence ?? [];
    expect(text.slice(Number(evidence?.start), Number(evidence?.end))).toContain("85亿元");

    const applied = await editing.post(`/changes/${made.id}/apply`, { accept: "all" });
    expect(applied.status).toBe(200);
    const shown = await editing.get(`/documents/${document?.record.id}`);
    expect(shown.body.document).toMatchObject({ textAvailable: true, title: "小城锂电产业再添新项目" });
    expect(shown.body.paragraphs.some((it: { text: string }) => it.text.includes("总投资12亿元"))).toBe(true);
  });

  it("says nothing new the second time", async () => {
    const again = await editing.post("/changes", { document: { name: "小城报道", text, published: "2024-03" } });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ origin: "document", changes: [] });
  });

  it("is dated as the store dates it when it comes again without a date", async () => {
    const again = await editing.post("/changes").attach("files", Buffer.from(text), "小城报道.txt");
    expect([again.status, again.body.error?.message]).toEqual([201, undefined]);
    expect(again.body.changes).toEqual([]);
  });

  it("is refused with its reason when it cannot be read, has a wrong date, or does not come alone", async () => {
    const cases = [
      editing.post("/changes").attach("files", Buffer.from("no pdf"), "a.pdf"),
      editing.post("/changes").attach("files", Buffer.of(), "a.txt"),
      editing.post("/changes").field("published", "soon").attach("files", Buffer.from(text), "a.txt"),
      editing.post("/changes").attach("files", Buffer.from(text), "a.txt").attach("files", Buffer.from(text), "b.txt"),
      editing.post("/changes", { document: { text } }),
    ];
    for (const response of await Promise.all(cases)) {
      const { code, remedy } = apiError.parse(response.body).error;
      expect([response.status, code, remedy !== ""]).toEqual([400, "invalid_input", true]);
    }
  });
});
