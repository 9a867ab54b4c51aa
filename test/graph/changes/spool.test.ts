import { mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Spool } from "#graph/changes/records/spool.ts";

const root = mkdtempSync(join(tmpdir(), "atlas-spooling-"));
afterAll(() => rmSync(root, { recursive: true }));

/** Paths of the files that this process has open. */
const openFiles = (): string[] =>
  readdirSync("/proc/self/fd").flatMap((number) => {
    try {
      return [readlinkSync(`/proc/self/fd/${number}`)];
    } catch {
      return [];
    }
  });

it("a spool gives the lines of a partition back in their order, from memory and from its file, and leaves no file", async () => {
  const spool = new Spool(root);
  const line = (number: number): string => `${number} ${"赣锋锂业".repeat(20)}`;
  await spool.add(0, line(0));
  expect(readdirSync(root)).toEqual([]);
  for (let number = 1; number < 120_000; number += 1) await spool.add(number % 7, line(number));
  // In a file, and one that a process which is killed here would not leave behind.
  if (process.platform === "linux") {
    expect(openFiles().filter((it) => it.startsWith(root))).toHaveLength(1);
    expect(readdirSync(root)).toEqual([]);
  }
  for (let partition = 0; partition < 7; partition += 1) {
    const lines = await spool.lines(partition);
    expect(lines.every((it, at) => it === line(partition + 7 * at))).toBe(true);
    expect(lines).toHaveLength(Math.ceil((120_000 - partition) / 7));
  }
  expect(await spool.lines(7)).toEqual([]);
  await spool.close();
  expect(readdirSync(root)).toEqual([]);
});
