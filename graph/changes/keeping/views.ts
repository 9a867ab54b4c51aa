import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { SavedPicture, View, ViewId, viewChange, viewRequest } from "#graph/model/view.ts";
import { readView } from "#graph/queries/views.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { packJson } from "../chunks.ts";
import { lockKept, refuseExisting } from "./kept.ts";

export const createViewCypher = "CREATE (v:View) SET v = $view";
export const changeViewCypher = "MATCH (v:View {id: $id}) SET v += $view";
export const dropViewCypher = "MATCH (v:View {id: $id}) DELETE v";

interface Written {
  author: string;
  now: Date;
}

const contentOf = async (picture: SavedPicture) => ({ content: await packJson(picture), shown: picture.exploration.shown.length });

/** Keeps a picture under a name. Throws KeptOutdated when `id` is given and taken. */
export async function addView(
  store: GraphStore,
  { id: given, name, note, picture, author, revision, now }: z.output<typeof viewRequest> & Written & { revision: number },
): Promise<View> {
  const id = given ?? (`view-${randomUUID()}` as ViewId);
  const at = now.toISOString();
  const view = { id, version: 1, name, note, author, at, changedAt: at, revision, ...(await contentOf(picture)) };
  await store.write(async (transaction) => {
    await refuseExisting(transaction, "View", id);
    await transaction.run({ text: createViewCypher, parameters: { view } });
  });
  return readView({ store }, id);
}

/** Changes what is given of a view. Throws NotInStore, and KeptOutdated when someone was there before. */
export async function changeView(
  store: GraphStore,
  { id, version, name, note, picture, revision, now }: z.output<typeof viewChange> & { id: string; revision: number; now: Date },
): Promise<View> {
  const view = {
    version: version + 1,
    changedAt: now.toISOString(),
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { note }),
    ...(picture === undefined ? {} : { ...(await contentOf(picture)), revision }),
  };
  await store.write(async (transaction) => {
    await lockKept(transaction, "View", { id, version });
    await transaction.run({ text: changeViewCypher, parameters: { id, view } });
  });
  return readView({ store }, id);
}

/** Gives what was dropped, so that it can be put back. Throws as `changeView`. */
export async function dropView(store: GraphStore, { id, version }: { id: string; version: number }): Promise<View> {
  const view = await readView({ store }, id);
  await store.write(async (transaction) => {
    await lockKept(transaction, "View", { id, version });
    await transaction.run({ text: dropViewCypher, parameters: { id } });
  });
  return view;
}
