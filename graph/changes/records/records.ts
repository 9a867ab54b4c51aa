import type { DatasetSource, OwnerTable } from "#graph/dataset/source.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import { Spool } from "./spool.ts";

interface PartTables {
  documents: "paragraphs";
  entities: "aliases";
  statements: "evidence";
  metrics: "evidence";
}
type PartTable = PartTables[OwnerTable];
type PartOf<T extends OwnerTable> = Dataset[PartTables[T]][number];

/** A record with what belongs to it in another table. */
export interface Owner<T extends OwnerTable> {
  record: Dataset[T][number];
  parts: readonly PartOf<T>[];
}

const partTables = { documents: "paragraphs", entities: "aliases", statements: "evidence", metrics: "evidence" } as const;
const ownerFields = { paragraphs: "document", aliases: "entity", evidence: "statement" } as const;
const owners: Readonly<Record<PartTable, readonly OwnerTable[]>> = {
  paragraphs: ["documents"],
  aliases: ["entities"],
  evidence: ["statements", "metrics"],
};

const ownerIdIn = (table: PartTable, part: Dataset[PartTable][number]): string =>
  (part as unknown as Record<string, string>)[ownerFields[table]] as string;

/** Finds the parts of records that are asked for in the order of their table. */
interface Parts {
  of(table: OwnerTable, id: string): readonly unknown[] | Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** So many records in a row have their parts together. */
const recordsTogether = 4096;

/** Parts of a dataset that is held. */
async function heldParts(source: DatasetSource, table: PartTable): Promise<Parts> {
  const byOwner = new Map<string, unknown[]>();
  for await (const rows of source.rows(table))
    for (const row of rows as Dataset[PartTable]) {
      const id = ownerIdIn(table, row);
      const parts = byOwner.get(id);
      if (parts === undefined) byOwner.set(id, [row]);
      else parts.push(row);
    }
  return { of: (_, id) => byOwner.get(id) ?? [], close: async () => undefined };
}

/** Parts of one that is not: they may stand anywhere, so one reading lays them where their owners will be looked for. */
async function spooledParts(source: DatasetSource, table: PartTable, numberOf: NonNullable<DatasetSource["numberOf"]>): Promise<Parts> {
  const spools = new Map<OwnerTable, Spool>(owners[table].map((owner) => [owner, new Spool()]));
  const close = async (): Promise<void> => void (await Promise.all([...spools.values()].map((it) => it.close())));
  const partitionOf = (owner: OwnerTable, id: string): number => Math.floor(numberOf(owner, id) / recordsTogether);
  try {
    for await (const rows of source.rows(table))
      for (const row of rows as Dataset[PartTable]) {
        const id = ownerIdIn(table, row);
        for (const [owner, spool] of spools) {
          const partition = partitionOf(owner, id);
          if (partition < 0) continue;
          await spool.add(partition, JSON.stringify(row));
          break;
        }
      }
  } catch (error) {
    await close();
    throw error;
  }
  let current: { table: OwnerTable; partition: number; parts: Map<string, unknown[]> } | null = null;
  return {
    close,
    async of(owner, id) {
      const partition = partitionOf(owner, id);
      if (current?.table !== owner || current.partition !== partition) {
        const parts = new Map<string, unknown[]>();
        for (const line of (await spools.get(owner)?.lines(partition)) ?? []) {
          const part = JSON.parse(line) as Dataset[PartTable][number];
          const known = parts.get(ownerIdIn(table, part));
          if (known === undefined) parts.set(ownerIdIn(table, part), [part]);
          else known.push(part);
        }
        current = { table: owner, partition, parts };
      }
      return current.parts.get(id) ?? [];
    },
  };
}

/** Puts the records of a dataset together, some at a time: a large one is held at no moment. */
export class Records {
  private readonly source: DatasetSource;
  private readonly parts = new Map<PartTable, Promise<Parts>>();

  constructor(source: DatasetSource) {
    this.source = source;
  }

  async *of<T extends OwnerTable>(table: T): AsyncGenerator<Owner<T>[]> {
    const parts = await this.partsIn(partTables[table]);
    for await (const rows of this.source.rows(table)) {
      const together: Owner<T>[] = [];
      for (const record of rows as Dataset[T][number][]) {
        const found = parts.of(table, record.id);
        together.push({ record, parts: (found instanceof Promise ? await found : found) as PartOf<T>[] });
      }
      yield together;
    }
  }

  async close(): Promise<void> {
    for (const parts of this.parts.values()) await parts.then((it) => it.close()).catch(() => undefined);
  }

  private partsIn(table: PartTable): Promise<Parts> {
    const { numberOf } = this.source;
    const known = this.parts.get(table);
    if (known !== undefined) return known;
    const made = numberOf === undefined ? heldParts(this.source, table) : spooledParts(this.source, table, numberOf.bind(this.source));
    this.parts.set(table, made);
    return made;
  }
}
