import { hash } from "node:crypto";

/** 32-bit words of a sum, the most significant first. */
const words = 8;
const perPage = 8192;
const written = Buffer.alloc(4 * words);

/** Adds the SHA-256 of a text to the number that begins at `from`, modulo 2^256. */
function add(numbers: Uint32Array, from: number, text: string): void {
  const digest = hash("sha256", text, "binary");
  let carry = 0;
  for (let word = words - 1; word >= 0; word -= 1) {
    const at = 4 * word;
    const high = (digest.charCodeAt(at) << 8) | digest.charCodeAt(at + 1);
    const low = (digest.charCodeAt(at + 2) << 8) | digest.charCodeAt(at + 3);
    const sum = (numbers[from + word] as number) + high * 0x10000 + low + carry;
    numbers[from + word] = sum;
    carry = sum > 0xffff_ffff ? 1 : 0;
  }
}

function textOf(numbers: Uint32Array, from: number): string {
  for (let word = 0; word < words; word += 1) written.writeUInt32BE(numbers[from + word] as number, 4 * word);
  return written.toString("base64url");
}

const one = new Uint32Array(words);

/** The sum of the SHA-256 of some texts, modulo 2^256, as base64url. */
export function sumOfHashes(texts: readonly string[]): string {
  one.fill(0);
  for (const text of texts) add(one, 0, text);
  return textOf(one, 0);
}

/** Many such sums, numbered from 0, to which texts are added in any order: 32 bytes each. */
export class HashSums {
  private readonly pages: Uint32Array[] = [];

  add(number: number, text: string): void {
    const page = Math.floor(number / perPage);
    while (this.pages.length <= page) this.pages.push(new Uint32Array(perPage * words));
    add(this.pages[page] as Uint32Array, (number % perPage) * words, text);
  }

  /** Of a number to which something was added. */
  at(number: number): string {
    return textOf(this.pages[Math.floor(number / perPage)] as Uint32Array, (number % perPage) * words);
  }
}
