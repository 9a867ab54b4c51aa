import type { DatasetSource, OwnerTable } from "#graph/dataset/source.ts";
import type { Dataset } from "#graph/model/dataset.ts";
import type { StandingByTable } from "../standing-records.ts";
import { ownerIdIn, owners, type PartTable, type PartTables, partTables } from "./owners.ts";
import type { RecordHashes } from "./record-hashes.ts";
import { Spool } from "./spool.ts";

type PartOf<T extends OwnerTable> = Dataset[PartTables[T]][number];

/** A record with what belongs to it in another table. */
export interface Owner<T extends OwnerTable> {
  record: Dataset[T][number];
  parts: readonly PartOf<T>[];
  /** Of its content, where it is known. */
  hash: string | undefined;
}

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
async function spooledParts(
  source: DatasetSource,
  table: PartTable,
  { numberOf, standing }: { numberOf: NonNullable<DatasetSource["numberOf"]>; standing: StandingByTable },
): Promise<Parts> {
  const spools = new Map<OwnerTable, Spool>(owners[table].map((owner) => [owner, new Spool()]));
  const close = async (): Promise<void> => void (await Promise.all([...spools.values()].map((it) => it.close())));
  try {
    for await (const rows of source.rows(table))
      for (const row of rows as Dataset[PartTable]) {
        const id = ownerIdIn(table, row);
        for (const [owner, spool] of spools) {
          const number = numberOf(owner, id);
          if (number < 0) continue;
          if (!standing[owner].has(number)) await spool.add(Math.floor(number / recordsTogether), JSON.stringify(row));
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
      const partition = Math.floor(numberOf(owner, id) / recordsTogether);
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

/** Puts the records of a dataset together that do not stand already, some at a time: a large one is held at no moment. */
export class Records {
  private readonly source: DatasetSource;
  private readonly standing: StandingByTable;
  private readonly hashes: RecordHashes | undefined;
  private readonly parts = new Map<PartTable, Promise<Parts>>();

  constructor({ source, standing, hashes }: { source: DatasetSource; standing: StandingByTable; hashes: RecordHashes | undefined }) {
    this.source = source;
    this.standing = standing;
    this.hashes = hashes;
  }

  async *of<T extends OwnerTable>(table: T): AsyncGenerator<Owner<T>[]> {
    const standing = this.standing[table];
    if (standing.isAll) return;
    const parts = await this.partsIn(partTables[table]);
    let number = -1;
    for await (const rows of this.source.rows(table)) {
      const together: Owner<T>[] = [];
      for (const record of rows as Dataset[T][number][]) {
        number += 1;
        if (standing.has(number)) continue;
        const found = parts.of(table, record.id);
        together.push({
          record,
          parts: (found instanceof Promise ? await found : found) as PartOf<T>[],
          hash: this.hashes?.hash(table, number),
        });
      }
      yield together;
    }
  }

  async close(): Promise<void> {
    for (const parts of this.parts.values()) await parts.then((it) => it.close()).catch(() => undefined);
  }

  private partsIn(table: PartTable): Promise<Parts> {
    const { source, standing } = this;
    const known = this.parts.get(table);
    if (known !== undefined) return known;
    const numberOf = source.numberOf?.bind(source);
    const made = numberOf === undefined ? heldParts(source, table) : spooledParts(source, table, { numberOf, standing });
    this.parts.set(table, made);
    return made;
  }
}
