import { describe, expect, it } from "vitest";
import { type Change, changeKinds, recordTables } from "#graph/model/change-set.ts";
import { type DiffOptions, printDiff as printChanges } from "#scripts/seed/print-diff.ts";
import { printQuestions, printRecognised } from "#scripts/seed/print-identity.ts";

const names = new Map([
  ["co-a", "甲公司"],
  ["proj-b", "乙项目"],
]);
const standing = { id: "m-0", subject: "co-a", name: "营业收入", value: 6, unit: "CNY", period: "2023", modality: "actual" };
const rivalsOf = (id: string) => (id === "m-1" ? [standing] : []);
const options = { names, colours: false, atMost: 25, rivalsOf };
const countsOf = (changes: readonly Change[]): DiffOptions["counts"] => {
  const ofTable = (table: string) =>
    Object.fromEntries(changeKinds.map((kind) => [kind, changes.filter((it) => it.kind === kind && it.record.table === table).length]));
  return Object.fromEntries(recordTables.map((table) => [table, ofTable(table)])) as DiffOptions["counts"];
};
const printDiff = (changes: readonly Change[], given: Omit<DiffOptions, "counts">): string =>
  printChanges(changes, { counts: countsOf(changes), ...given });

const change = (it: Pick<Change, "kind" | "record" | "before" | "after">): Change => ({ id: it.record.id, evidence: [], ...it });
const renamed = change({
  kind: "changed",
  record: { table: "entities", id: "co-a" },
  before: { id: "co-a", kind: "Company", name: "甲厂", aliases: [{ surface: "甲", scope: "global" }] },
  after: { id: "co-a", kind: "Company", name: "甲公司", aliases: [{ surface: "甲公", scope: "global" }] },
});
const gone = change({
  kind: "removed",
  record: { table: "statements", id: "st-1" },
  before: { id: "st-1", subject: "co-a", predicate: "BUILDS", object: "proj-b" },
  after: null,
});
const rival = change({
  kind: "conflict",
  record: { table: "metrics", id: "m-1" },
  before: null,
  after: { id: "m-1", subject: "co-a", name: "营业收入", value: 5, unit: "CNY", op: "≈", period: "2023", modality: "actual" },
});
const added = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) =>
    change({
      kind: "added",
      record: { table: "entities", id: `co-${index}` },
      before: null,
      after: { id: `co-${index}`, kind: "Company", name: `公司${index}` },
    }),
  );

describe("the diff of a dry run", () => {
  it("puts what a person must look at first, with names for ids", () => {
    const printed = printDiff([...added(1), renamed, gone, rival], options);
    expect(printed.split("\n")).toEqual([
      "1 metric in conflict with what stands",
      "  ! 甲公司 营业收入 2023 ≈ 5 CNY (actual)  m-1",
      "      stands: 甲公司 营业收入 2023 = 6 CNY (actual)  m-0",
      "",
      "1 statement removed",
      "  - 甲公司 BUILDS 乙项目  st-1",
      "",
      "1 entity changed",
      "  ~ Company 甲公司  co-a",
      "      aliases: − 甲 (global), + 甲公 (global)",
      "      name: 甲厂 → 甲公司",
      "",
      "1 entity added",
      "  + Company 公司0  co-0",
    ]);
  });

  it("shows the first lines of a long group, says how many more there are, and all when asked", () => {
    const printed = printDiff(added(312), options).split("\n");
    expect(printed).toHaveLength(27);
    expect(printed.at(-1)).toBe("  … and 287 more; --all shows every one");
    expect(printDiff(added(312), { ...options, atMost: null }).split("\n")).toHaveLength(313);
  });

  it("has colours only where they are asked for", () => {
    expect(printDiff([gone], options)).not.toContain("\u001b[");
    expect(printDiff([gone], { ...options, colours: true })).toContain("\u001b[31m");
  });

  it("is empty when nothing would change", () => {
    expect(printDiff([], options)).toBe("");
  });
});

describe("open questions", () => {
  const ref = (id: string, name: string) => ({ id: id as never, kind: "Company" as const, name, nameEn: null });
  const question = {
    id: "identity:co-new",
    entity: ref("co-new", "甲实业"),
    candidates: [{ ...ref("co-a", "甲公司"), reason: "short_name" as const, text: "甲", guard: "仅限本文" }],
    answer: null,
  };

  it("name the new entity, whom it may be, and why", () => {
    expect(printQuestions([question], { atMost: null }).split("\n")).toEqual([
      "1 new entity may be a known one; it stays apart until a person answers in the client",
      "  ? Company 甲实业  co-new",
      "      甲公司  co-a: same short name “甲” (仅限本文)",
    ]);
    expect(printQuestions([{ ...question, answer: { different: true } }], { atMost: null })).toBe("");
    expect(printQuestions([question, question, question], { atMost: 1 })).toContain("… and 2 more");
  });
});

it("entities that are known under another id are told with both names", () => {
  const recognised: [string, string][] = [
    ["co-b", "co-a"],
    ["co-c", "co-a"],
  ];
  expect(printRecognised(recognised, { names: new Map([["co-a", "甲公司"]]), atMost: 1 }).split("\n")).toEqual([
    "2 entities are known under another id",
    "  = co-b  co-b is 甲公司  co-a",
    "  … and 1 more; --all shows every one",
  ]);
  expect(printRecognised([], { names, atMost: null })).toBe("");
});
