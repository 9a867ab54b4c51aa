import { hash } from "node:crypto";
import { GrowingNumbers } from "#graph/dataset/growing.ts";
import { Digests } from "./digests.ts";
import { HashMarks } from "./hash-marks.ts";
import { Texts } from "./texts.ts";

/** 128 bits of what a claim says, as hexadecimal digits: a key as it is, longer texts (a metric's with its value) by their hash. */
const sayingOf = (sameness: string): string => (sameness.length === 32 ? sameness : hash("sha256", sameness, "hex").slice(0, 32));

/** The claims that stand in a store, by number in the order in which it gave them: about a hundred bytes each, in no object. */
export class ClaimMarks extends HashMarks {
  private readonly sayings = new Digests(16, { isSearched: true });
  private readonly documents = new Texts();
  /** The numbers of all claims' documents, one claim after another, and where each claim's end. */
  private readonly resting = new GrowingNumbers();
  private readonly ends = new GrowingNumbers();

  add(mark: { id: string; hash: string; sameness: string; documents: readonly string[] }): void {
    this.mark(mark);
    this.sayings.push(sayingOf(mark.sameness), "hex");
    for (const document of mark.documents) this.resting.push(this.documents.add(document));
    this.ends.push(this.resting.length);
  }

  /** The claim that says this; -1 when none does. */
  saying(sameness: string): number {
    return this.sayings.numberOf(sayingOf(sameness), "hex");
  }

  /** Ids of the documents that a claim rests on. */
  documentsOf(number: number): string[] {
    const documents: string[] = [];
    for (let at = this.ends.at(number - 1) ?? 0; at < (this.ends.at(number) as number); at += 1)
      documents.push(this.documents.at(this.resting.at(at) as number));
    return documents;
  }

  /** Tells of a claim whether all, and whether some, of its documents are among these. */
  restingIn(documents: ReadonlySet<string>): { all: (number: number) => boolean; some: (number: number) => boolean } {
    const among = Uint8Array.from({ length: this.documents.size }, (_, number) => (documents.has(this.documents.at(number)) ? 1 : 0));
    const count = (number: number): [among: number, all: number] => {
      const [from, to] = [this.ends.at(number - 1) ?? 0, this.ends.at(number) as number];
      let found = 0;
      for (let at = from; at < to; at += 1) found += among[this.resting.at(at) as number] as number;
      return [found, to - from];
    };
    return {
      all: (number) => {
        const [found, all] = count(number);
        return found === all;
      },
      some: (number) => count(number)[0] > 0,
    };
  }
}

/** Metrics also tell their key: those with one key and other values are in conflict. */
export class MetricMarks extends ClaimMarks {
  private readonly keys = new Digests(16);

  addMetric({ key, ...mark }: { id: string; hash: string; key: string; sameness: string; documents: readonly string[] }): void {
    this.add(mark);
    this.keys.push(key, "hex");
  }

  /** All of them by key. */
  *keyed(): Generator<{ id: string; key: string }> {
    for (let number = 0; number < this.size; number += 1) yield { id: this.idOf(number), key: this.keys.at(number, "hex") };
  }
}
