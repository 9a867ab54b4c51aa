import { type Content, contentHash, hashVersion } from "./content.ts";
import { Digests } from "./marks/digests.ts";
import { Texts } from "./marks/texts.ts";

/** A record that the store does not hold; its content where it was kept. */
export interface AddedRecord<C> {
  id: string;
  hash: string;
  content: C | undefined;
}

/** Records that a comparison found to be new: the first so many in full, the rest by id and hash. */
export class AddedRecords<C extends Content> {
  readonly ids = new Texts();
  private readonly hashes = new Digests(32);
  private readonly kept = new Map<number, C>();
  private readonly keep: number;
  /** Those that were found out of turn, by the number of the record that they come before. */
  private readonly late = new Map<number, number[]>();
  private readonly lateOnes = new Set<number>();

  constructor(keep: number) {
    this.keep = keep;
  }

  add(id: string, content: C): void {
    this.put(id, content, this.ids.size < this.keep);
  }

  /** One that comes before the record with this number, though it was found after it. */
  addLate(id: string, content: C, before: number): void {
    const number = this.put(id, content, true);
    this.lateOnes.add(number);
    const others = this.late.get(before);
    if (others === undefined) this.late.set(before, [number]);
    else others.push(number);
  }

  /** Whether it is one of them, and its content was not kept. */
  lacks(id: string): boolean {
    const number = this.ids.numberOf(id);
    return number >= 0 && !this.kept.has(number);
  }

  /** Holds the content of one after all. */
  hold(id: string, content: C): void {
    const number = this.ids.numberOf(id);
    if (number >= 0) this.kept.set(number, content);
  }

  /** In the order of their dataset. */
  *[Symbol.iterator](): Generator<AddedRecord<C>> {
    for (let number = 0; number <= this.ids.size; number += 1) {
      for (const late of this.late.get(number) ?? []) yield this.at(late);
      if (number < this.ids.size && !this.lateOnes.has(number)) yield this.at(number);
    }
  }

  private at(number: number): AddedRecord<C> {
    const content = this.kept.get(number);
    const hash = content === undefined ? hashVersion + this.hashes.at(number, "base64url") : contentHash(content);
    return { id: this.ids.at(number), hash, content };
  }

  private put(id: string, content: C, isKept: boolean): number {
    const number = this.ids.add(id);
    if (number === this.hashes.size) this.hashes.push(contentHash(content).slice(hashVersion.length), "base64url");
    if (isKept) this.kept.set(number, content);
    return number;
  }
}
