import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { printCell } from "#graph/dataset/cells.ts";
import { columns } from "#graph/dataset/columns.ts";
import { type TableName, tableNames } from "#graph/model/dataset.ts";
import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relations, relationTypes } from "#graph/vocabulary/relations.ts";
import { Chance, syntheticName } from "./synthetic-names.ts";

type Row = Record<string, string | number | undefined>;

/** Rows of one CSV table, written as they are made. */
class TableFile {
  private readonly names: string[];
  private readonly stream: ReturnType<typeof createWriteStream>;
  private buffer: string[] = [];
  constructor(folder: string, table: TableName) {
    this.names = columns[table].map((it) => it.name);
    this.stream = createWriteStream(join(folder, `${table}.csv`));
    this.buffer.push(this.names.join(","));
  }
  async add(row: Row): Promise<void> {
    this.buffer.push(this.names.map((name) => printCell(row[name])).join(","));
    if (this.buffer.length >= 5000) await this.flush();
  }
  private async flush(): Promise<void> {
    const text = `${this.buffer.join("\n")}\n`;
    this.buffer = [];
    if (!this.stream.write(text)) await once(this.stream, "drain");
  }
  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await once(this.stream, "finish");
  }
}

/** Of 100 entities, how many are of a kind. */
const shares: Partial<Record<EntityKind, number>> = {
  Company: 52,
  Project: 16,
  Product: 8,
  Region: 2,
  Park: 4,
  Policy: 4,
  Institution: 3,
  Event: 3,
  Platform: 3,
  Recognition: 1,
  IndustryCluster: 1,
  IndustrialChain: 1,
  Industry: 1,
  Fund: 1,
};

/** Low numbers far more often: a few hubs, many with a handful of neighbours. */
const towardsHubs = (chance: Chance, size: number): number => Math.floor(size * chance.next() ** 3);

export interface SyntheticSize {
  entities: number;
  statements: number;
  metrics: number;
}

/**
 * Writes a dataset of made-up entities with the real vocabulary: the same for the same size and seed. About three statements an entity,
 * degrees with a long tail, a metric for every fifth company. Its documents are marked as synthetic.
 */
export async function writeSyntheticDataset({
  entities,
  out,
  seed,
}: {
  entities: number;
  out: string;
  seed: number;
}): Promise<SyntheticSize> {
  await mkdir(out, { recursive: true });
  const chance = new Chance(seed);
  const files = Object.fromEntries(tableNames.map((table) => [table, new TableFile(out, table)])) as Record<TableName, TableFile>;
  await files.datasets.add({
    id: `synthetic-${entities}-${seed}`,
    title: "合成数据（非真实）",
    titleEn: "Synthetic data (not real)",
    licence: "CC0-1.0",
  });
  const documents = Math.max(2, Math.ceil(entities / 500));
  const characters = 200_000;
  for (let index = 0; index < documents; index += 1)
    await files.documents.add({
      id: `doc-synthetic-${index}`,
      title: `合成文档${index}（非真实）`,
      titleEn: `Synthetic document ${index}`,
      form: "original",
      publisher: "合成",
      published: `20${20 + (index % 5)}-0${1 + (index % 9)}`,
      characters,
      reliability: chance.pick(["high", "medium", "medium"]),
    });

  const idOf = (kind: EntityKind, number: number): string => `${kinds[kind].prefix}-s${number}`;
  const sizes = new Map<EntityKind, number>();
  let left = entities;
  for (const kind of entityKinds.filter((it) => shares[it] !== undefined && it !== "Company")) {
    const size = Math.max(1, Math.round((entities * (shares[kind] ?? 0)) / 100));
    sizes.set(kind, size);
    left -= size;
  }
  sizes.set("Company", Math.max(2, left));
  let made = 0;
  for (const [kind, size] of sizes)
    for (let number = 0; number < size; number += 1) {
      const id = idOf(kind, number);
      made += 1;
      await files.entities.add({
        id,
        kind,
        name: syntheticName(kind, chance, number),
        nameEn: `${kind} ${number}`,
        nameSource: "composed",
      });
      if (number % 10 === 0) await files.aliases.add({ entity: id, surface: `简称${kinds[kind].prefix}${number}`, scope: "global" });
    }

  const evidence = async (statement: string): Promise<void> => {
    const start = chance.below(characters - 100);
    await files.evidence.add({
      statement,
      document: `doc-synthetic-${chance.below(documents)}`,
      start,
      end: start + 10 + chance.below(60),
    });
  };
  const drawn = relationTypes.filter(
    (type) => relations[type].from.some((it) => sizes.has(it)) && relations[type].to.some((it) => sizes.has(it)),
  );
  const byStart = new Map<EntityKind, RelationType[]>(
    [...sizes.keys()].map((kind) => [kind, drawn.filter((type) => (relations[type].from as readonly EntityKind[]).includes(kind))]),
  );
  const seen = new Set<string>();
  let statements = 0;
  for (const [kind, size] of sizes)
    for (let number = 0; number < size; number += 1) {
      const types = byStart.get(kind) ?? [];
      const claims = types.length === 0 ? 0 : 1 + chance.below(5);
      for (let claim = 0; claim < claims; claim += 1) {
        const type = chance.pick(types);
        const to = chance.pick(relations[type].to.filter((it) => sizes.has(it)));
        const other = towardsHubs(chance, sizes.get(to) ?? 1);
        const ends = [`${kind}${number}`, `${to}${other}`];
        if (ends[0] === ends[1]) continue;
        const key = [type, ...(relations[type].symmetric === true ? ends.sort() : ends)].join("|");
        if (seen.has(key)) continue;
        seen.add(key);
        const inferred = chance.next() < 0.2;
        const id = `st-s${statements}`;
        statements += 1;
        await files.statements.add({
          id,
          subject: idOf(kind, number),
          predicate: type,
          object: idOf(to, other),
          status: inferred ? "inferred" : "stated",
          confidence: inferred ? chance.pick([0.85, 0.7, 0.5]) : 1,
          basis: inferred ? "合成推断" : undefined,
        });
        await evidence(id);
      }
      if (kind === "Company" && number % 8 === 0) {
        const id = `st-s${statements}`;
        statements += 1;
        await files.statements.add({
          id,
          subject: idOf(kind, number),
          predicate: "ownership",
          value: chance.pick(["private", "foreign", "municipal_soe", "central_soe"]),
          status: "stated",
          confidence: 1,
        });
        await evidence(id);
      }
    }
  let metrics = 0;
  for (let number = 0; number < (sizes.get("Company") ?? 0); number += 5) {
    const id = `m-s${metrics}`;
    metrics += 1;
    const value = Math.round(10 ** (6 + 4 * chance.next()));
    await files.metrics.add({
      id,
      subject: idOf("Company", number),
      name: "营业收入",
      value,
      unit: "CNY",
      op: "=",
      raw: `${value}元`,
      period: String(2019 + chance.below(5)),
      modality: "actual",
      status: "stated",
      confidence: 1,
    });
    await evidence(id);
  }
  await Promise.all(Object.values(files).map((it) => it.close()));
  return { entities: made, statements, metrics };
}
