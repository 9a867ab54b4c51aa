import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StatementContent } from "#graph/changes/content.ts";
import { statementStates } from "#graph/changes/settle-statements.ts";
import { bundledFolders } from "#graph/dataset/bundled.ts";
import { readDataset } from "#graph/dataset/read.ts";
import { periodBounds } from "#graph/model/period.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";

const { dataset, problems, warnings } = await readDataset(bundledFolders);
const entities = new Map(dataset.entities.map((it) => [it.id as string, it]));
const documents = new Map(dataset.documents.map((it) => [it.id as string, it]));
const statements = new Map(dataset.statements.map((it) => [it.id as string, it]));
const statement = (subject: string, predicate: string, object: string) =>
  dataset.statements.find((it) => it.subject === subject && it.predicate === predicate && (it.object ?? it.value) === object);
const metric = (subject: string, name: string, period?: string) =>
  dataset.metrics.filter((it) => it.subject === subject && it.name === name && (period === undefined || it.period === period));

describe("the bundled dataset", () => {
  it("reads without a problem", () => {
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it("rests every statement and metric on evidence with a note of our own", () => {
    const supported = new Set(dataset.evidence.map((it) => it.statement as string));
    expect(dataset.statements.filter((it) => !supported.has(it.id)).map((it) => it.id)).toEqual([]);
    expect(dataset.metrics.filter((it) => !supported.has(it.id)).map((it) => it.id)).toEqual([]);
    expect(dataset.evidence.filter((it) => !it.note).map((it) => it.statement)).toEqual([]);
  });

  it("gives every inference a basis and a confidence below 1", () => {
    const inferred = dataset.statements.filter((it) => it.status === "inferred");
    expect(inferred.length).toBeGreaterThan(100);
    expect(inferred.filter((it) => !it.basis || it.confidence >= 1).map((it) => it.id)).toEqual([]);
  });

  it("never states what a reference document says, and never calls a report reference", () => {
    for (const { statement: id, document } of dataset.evidence) {
      const status = statements.get(id)?.status;
      if (status === undefined) continue;
      expect(status === "reference", `${id} in ${document}`).toBe(documents.get(document)?.form === "reference");
    }
  });

  it("places companies on chains by inference only: no clause of the documents does", () => {
    const placed = dataset.statements.filter((it) => it.predicate === "PART_OF_CHAIN" && entities.get(it.subject)?.kind === "Company");
    expect(placed.length).toBeGreaterThan(15);
    expect(placed.filter((it) => it.status !== "inferred").map((it) => it.id)).toEqual([]);
  });

  it("tells when a good part of the relations hold, by what is stated and no inferred date", () => {
    const facts = { reliability: "medium", published: undefined } as const;
    const contents = dataset.statements.map(
      (it) => ({ ...it, evidence: [{ document: "doc-xinyu-article" }] }) as unknown as StatementContent,
    );
    const states = [
      ...statementStates(
        contents,
        () => facts,
        (id) => entities.get(id)?.kind,
      ).values(),
    ];
    const relations = states.filter((it) => it.content.object !== undefined && it.content.status !== "reference");
    const given = relations.filter((it) => it.content.validFrom !== undefined || it.content.validTo !== undefined);
    const dated = relations.filter((it) => it.validFrom !== undefined || it.validTo !== undefined);
    expect(dated.length).toBeGreaterThan(5 * given.length);
    const of = (id: string) => states.find((it) => it.content.id === id);
    expect(of("s-pol-6313-covers-chain-lithium")).toMatchObject({
      validFrom: "2024",
      validTo: "2026",
      workedOut: ["validFrom", "validTo"],
    });
    expect(of("s-xingang-transfer-2022-involves-baowu")).toMatchObject({ validFrom: "2022-04-23", validTo: undefined });
    // The date of this event is our own inference.
    expect(of("s-ev-yibo-ipo-involves-co-yibo")).toMatchObject({ validFrom: undefined, workedOut: [] });
  });

  it("keeps a design capacity apart from output, and a target apart from a result", () => {
    for (const it of dataset.metrics) if (it.name === "设计产能") expect(it.modality, it.id).toBe("design_capacity");
    const targets = dataset.metrics.filter((it) => it.modality === "target" && it.period && !it.period.includes("/"));
    for (const target of targets) {
      const published = dataset.evidence
        .filter((it) => it.statement === target.id)
        .map((it) => documents.get(it.document)?.published ?? "");
      expect(periodBounds(target.period as string).end >= (published.sort()[0] as string).slice(0, 4), target.id).toBe(true);
    }
  });

  it("keeps parent, subsidiaries and namesakes apart", () => {
    const apart = new Set(dataset.constraints.flatMap((it) => [`${it.left}|${it.right}`, `${it.right}|${it.left}`]));
    for (const pair of [
      "co-ganfeng|co-ganfeng-lidian",
      "co-ganfeng|co-ganfeng-xunhuan",
      "co-ganfeng|co-ganfeng-xincailiao",
      "co-xingang-group|co-xingang-stock",
      "co-baowu|co-baowu-yezhu",
      "park-xinyu-gaoxin|park-xinyu-jingkai",
    ])
      expect(apart.has(pair), pair).toBe(true);
  });

  it("has the steel and lithium figures of 2023 with both shares, each on its own basis", () => {
    for (const [industry, revenue, byRevenue, byValueAdded] of [
      ["ind-steel", 79_700_000_000, 46.7, 37.5],
      ["ind-lithium", 48_500_000_000, 28.4, 38.3],
    ] as const) {
      expect(metric(industry, "营业收入", "2023")).toMatchObject([{ value: revenue, unit: "CNY", op: "=", modality: "actual" }]);
      expect(metric(industry, "占规上工业营业收入比重")).toMatchObject([{ value: byRevenue, denominator: "ind-xinyu-above-scale" }]);
      expect(metric(industry, "占规上工业增加值比重")).toMatchObject([{ value: byValueAdded, denominator: "ind-xinyu-above-scale" }]);
    }
  });

  it("keeps the three senses of investment apart: done in 2023, planned for 2024, total of what started", () => {
    expect(metric("proj-2023-key-industrial", "完成投资")).toMatchObject([{ value: 41_730_000_000, period: "2023", modality: "actual" }]);
    expect(metric("proj-114-key", "年度计划投资")).toMatchObject([{ value: 17_197_000_000, period: "2024", modality: "plan" }]);
    expect(metric("proj-99-q1", "总投资")).toMatchObject([{ value: 27_200_000_000, period: "2024", modality: "plan" }]);
  });

  it("takes over what the operators mean: about, more than, at least", () => {
    expect(metric("ind-xinyu-above-scale", "营业收入年均增长率")).toMatchObject([
      { op: "≈", value: 13, unit: "%/a", period: "2024/2026", modality: "target" },
    ]);
    expect(metric("chain-xinyu-six", "占规上工业比重")).toMatchObject([{ op: ">", value: 90 }]);
    expect(metric("rec-green-factory-provincial", "新增企业数")).toMatchObject([{ op: ">=", value: 3, modality: "target" }]);
  });

  it("says who leads the lithium core area, and only infers who leads a chain", () => {
    for (const company of ["co-ganfeng", "co-dongpeng", "co-yabao"])
      expect(statement(company, "LEADS_CHAIN", "cluster-ganxi-lithium")).toMatchObject({ status: "stated", confidence: 1 });
    const leaders = dataset.statements.filter((it) => it.predicate === "LEADS_CHAIN" && it.object?.startsWith("chain-"));
    expect(leaders.length).toBeGreaterThan(0);
    for (const it of leaders) expect(it.status, it.id).toBe("inferred");
  });

  it("covers the six chains and three clusters by the 6313 plan, which aligns with the province's", () => {
    const covered = dataset.statements
      .filter((it) => it.subject === "pol-6313" && it.predicate === "COVERS")
      .map((it) => it.object as string);
    for (const chain of ["steel", "lithium", "electronics", "equipment", "textile", "nonmetal"])
      expect(covered).toContain(`chain-${chain}`);
    for (const cluster of ["lithium", "electronics", "equipment"]) expect(covered).toContain(`cluster-${cluster}`);
    expect(statement("pol-6313", "ALIGNED_WITH", "pol-1269")).toMatchObject({ status: "stated" });
    expect(statement("region-xinyu", "ISSUES", "pol-6313")).toMatchObject({ status: "stated" });
  });

  it("makes no act out of a caption: a photographer builds nothing", () => {
    const people = dataset.entities.filter((it) => it.kind === "Person").map((it) => it.id as string);
    const acts = dataset.statements.filter((it) => people.includes(it.subject) && isRelationType(it.predicate));
    expect(acts.map((it) => it.predicate)).toEqual(acts.map(() => "HOLDS_POSITION"));
  });

  it("names everything in English too", () => {
    expect(dataset.entities.filter((it) => !it.nameEn).map((it) => it.id)).toEqual([]);
  });
});

/** The documents' texts, when somebody has supplied them. */
const folder = process.env.DOCUMENTS_DIR;
const files = folder && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
const texts = new Map<string, string>();
for (const name of files) {
  const bytes = readFileSync(join(folder as string, name));
  const hash = createHash("sha256").update(bytes).digest("hex");
  for (const it of dataset.documents) if (it.sha256 === hash) texts.set(it.id, bytes.toString("utf8"));
}

describe.skipIf(texts.size === 0)("the bundled dataset beside the documents' texts (set DOCUMENTS_DIR)", () => {
  it("knows all six reports by the hash of their file, and their length", () => {
    expect(texts.size).toBe(6);
    for (const [id, text] of texts) expect(documents.get(id)?.characters, id).toBe(text.length);
  });

  it("has paragraphs that neither begin nor end in white space, and follow one another", () => {
    for (const [id, text] of texts) {
      let last = 0;
      for (const it of dataset.paragraphs.filter((paragraph) => paragraph.document === id)) {
        const words = text.slice(it.start, it.end);
        expect(words, it.id).toBe(words.trim());
        expect(it.start, it.id).toBeGreaterThanOrEqual(last);
        last = it.end;
      }
    }
  });

  it("encloses the printed figure of every metric in a span of its evidence", () => {
    const without = dataset.metrics.filter(({ id, raw }) => {
      const spans = dataset.evidence.filter((it) => it.statement === id && texts.has(it.document) && it.start !== undefined);
      const words = spans.map((it) => (texts.get(it.document) as string).slice(it.start, it.end).replace(/\s/g, ""));
      return raw !== undefined && words.length > 0 && !words.some((it) => it.includes(raw));
    });
    expect(without.map((it) => it.id)).toEqual([]);
  });

  it("encloses, for every stated relation, a surface of an end where the document names both", () => {
    const spansOf = (entity: string, document: string): [number, number][] =>
      dataset.aliases
        .filter((it) => it.entity === entity && it.source === document && it.spans !== undefined)
        .flatMap((it) => (it.spans as string).split(" ").map((span) => span.split("-").map(Number) as [number, number]));
    const stated = dataset.statements.filter((it) => it.status === "stated" && it.object !== undefined);
    const without = stated.filter((claim) =>
      [...texts.keys()].some((document) => {
        const evidence = dataset.evidence.filter((it) => it.statement === claim.id && it.document === document);
        const [subject, object] = [spansOf(claim.subject, document), spansOf(claim.object as string, document)];
        if (evidence.length === 0 || subject.length === 0 || object.length === 0) return false;
        const names = [...subject, ...object];
        return !evidence.some((it) => names.some(([start, end]) => start < (it.end ?? 0) && end > (it.start ?? 0)));
      }),
    );
    expect(without.map((it) => it.id)).toEqual([]);
  });

  it("lets every alias stand where it says that it stands", () => {
    for (const it of dataset.aliases) {
      const text = it.source === undefined ? undefined : texts.get(it.source);
      if (text === undefined || it.spans === undefined) continue;
      for (const span of it.spans.split(" ")) {
        const [start, end] = span.split("-").map(Number);
        expect(text.slice(start, end).replace(/\s/g, ""), `${it.entity} ${span}`).toBe(it.surface);
      }
    }
  });

  it("copies no sentence: no note shares a run of sixteen characters with a document, names apart", () => {
    const names = dataset.entities.flatMap((it) => [it.name, it.shortName ?? ""]).concat(dataset.aliases.map((it) => it.surface));
    const bare = [...texts.values()].map((text) => text.replace(/\s+/g, ""));
    const copied = dataset.evidence.filter(({ note }) => {
      let rest = note ?? "";
      for (const name of names) if (name.length >= 12) rest = rest.replaceAll(name, "|");
      rest = rest.replace(/\s+/g, "");
      for (let at = 0; at + 16 <= rest.length; at += 1) if (bare.some((text) => text.includes(rest.slice(at, at + 16)))) return true;
      return false;
    });
    expect(copied.map((it) => it.statement)).toEqual([]);
  });
});
