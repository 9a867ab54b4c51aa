import { hashVersion } from "../content.ts";
import { Digests } from "./digests.ts";
import { Texts } from "./texts.ts";

/** Records of a store by id and hash. Numbers run from 0 in the order in which the store gave them. */
export class HashMarks {
  private readonly ids = new Texts();
  private readonly hashes = new Digests(32);

  get size(): number {
    return this.ids.size;
  }

  protected mark({ id, hash }: { id: string; hash: string }): void {
    this.ids.add(id);
    this.hashes.push(hash.startsWith(hashVersion) ? hash.slice(hashVersion.length) : "", "base64url");
  }

  /** -1 for an id that the store does not hold. */
  numberOf(id: string): number {
    return this.ids.numberOf(id);
  }
  has(id: string): boolean {
    return this.numberOf(id) >= 0;
  }
  idOf(number: number): string {
    return this.ids.at(number);
  }
  hasHash(number: number, hash: string): boolean {
    return this.hashes.isAt(number, hash.slice(hashVersion.length), "base64url");
  }
}
