import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashMismatch } from "#graph/queries/document-texts.ts";
import { documentFolder } from "#server/document-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-texts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

it("finds texts by the hash of their file, and keeps a byte order mark so that offsets fit", async () => {
  await writeFile(join(folder, "memo.txt"), "\uFEFF一二三");
  const { bySha256 } = await documentFolder(folder).read();
  expect(bySha256.get(sha256("\uFEFF一二三"))).toBe("\uFEFF一二三");
});

it("sees files that came, changed or went", async () => {
  const texts = documentFolder(folder);
  expect((await texts.read()).bySha256.size).toBe(0);
  await writeFile(join(folder, "a.txt"), "first");
  expect([...(await texts.read()).bySha256.values()]).toEqual(["first"]);
  await writeFile(join(folder, "a.txt"), "second, longer");
  expect([...(await texts.read()).bySha256.values()]).toEqual(["second, longer"]);
  await rm(join(folder, "a.txt"));
  expect((await texts.read()).bySha256.size).toBe(0);
});

it("reports a file of a document's name with another hash, and not one that fits", async () => {
  await writeFile(join(folder, "memo.txt"), "changed");
  const texts = await documentFolder(folder).read();
  const memo = { id: "doc-memo", title: "备忘录", url: null };
  expect(hashMismatch(texts, { ...memo, sha256: sha256("original") })).toBe(true);
  expect(hashMismatch(texts, { ...memo, sha256: sha256("changed") })).toBe(false);
  expect(hashMismatch(texts, { ...memo, id: "doc-other", sha256: sha256("original") })).toBe(false);
});

it("reads a folder that is not there as empty", async () => {
  expect((await documentFolder(join(folder, "none")).read()).bySha256.size).toBe(0);
});
