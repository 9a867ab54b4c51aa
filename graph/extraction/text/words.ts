import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

let segmenter: Jieba | undefined;

/** Words of a text with their grammatical marks, found by offset. The segmenter is loaded at its first use (0.3 s) and kept. */
export class Words {
  /** Start of each word, and the text's length at the end. */
  readonly starts: Int32Array;
  readonly tags: readonly string[];
  readonly #at: Int32Array;
  readonly text: string;

  constructor(text: string) {
    segmenter ??= Jieba.withDict(dict);
    this.text = text;
    const words = segmenter.tag(text, true);
    this.starts = new Int32Array(words.length + 1);
    this.#at = new Int32Array(text.length + 1);
    const tags: string[] = [];
    let offset = 0;
    for (const [index, { word, tag }] of words.entries()) {
      this.starts[index] = offset;
      this.#at.fill(index, offset, offset + word.length);
      offset += word.length;
      tags.push(tag);
    }
    this.starts[words.length] = offset;
    this.#at[text.length] = words.length;
    this.tags = tags;
  }

  /** Index of the word that covers an offset. */
  at(offset: number): number {
    return this.#at[offset] ?? this.tags.length;
  }

  start(index: number): number {
    return this.starts[index] ?? this.text.length;
  }

  end(index: number): number {
    return this.starts[index + 1] ?? this.text.length;
  }

  word(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }
}
