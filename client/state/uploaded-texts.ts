import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { RecordContent } from "#graph/model/record.ts";

/** Texts of documents that were uploaded from this page, by the SHA-256 of their file: the store keeps none, and a review needs the words. */
const texts = createStore<{ byHash: ReadonlyMap<string, string> }>(() => ({ byHash: new Map() }));

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** As the server reads it: UTF-8, else GB18030. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Keeps the text of a plain file until the page is closed. Where the page is not in a secure context nothing is kept. */
export async function keepText(file: File): Promise<void> {
  if (!/\.(txt|text)$/i.test(file.name) || globalThis.crypto?.subtle === undefined) return;
  const bytes = await file.arrayBuffer();
  const hash = hex(await crypto.subtle.digest("SHA-256", bytes));
  texts.setState(({ byHash }) => ({ byHash: new Map(byHash).set(hash, decoded(bytes)) }));
}

export const useUploadedText = (sha256: string): string | null => useStore(texts, ({ byHash }) => byHash.get(sha256) ?? null);

/** The paragraphs that a document's record lists, with their words. */
export function paragraphsWithText(document: RecordContent, text: string): { id: string; start: number; end: number; text: string }[] {
  if (!Array.isArray(document.paragraphs)) return [];
  return (document.paragraphs as RecordContent[]).map((paragraph) => {
    const [start, end] = [Number(paragraph.start), Number(paragraph.end)];
    return { id: String(paragraph.id), start, end, text: text.slice(start, end) };
  });
}
