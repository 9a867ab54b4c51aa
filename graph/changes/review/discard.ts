import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "../ask.ts";
import { changeHeadOf, readOpenHead } from "./stored.ts";

/** Lays a change set aside. What was rejected in it stays remembered, what was not decided does not. Throws as `decide`. */
export async function discard(store: GraphStore, { id, now }: { id: string; by: string; now: Date }): Promise<void> {
  const head = await readOpenHead(askStore(store), id);
  await changeHeadOf(store, head, { head: { state: "discarded" }, now });
}
