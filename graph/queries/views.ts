import { unpackJson } from "#graph/changes/chunks.ts";
import type { SavedPicture, View, ViewSummary } from "#graph/model/view.ts";
import { NotInStore } from "./fault.ts";
import { type Asked, ask, numberOf, type Row, textOf } from "./rows.ts";

const fields = `v.id AS id, v.version AS version, v.name AS name, v.note AS note, v.author AS author, v.at AS at, v.changedAt AS changedAt,
  v.revision AS revision, v.shown AS shown`;

export const viewsCypher = `MATCH (v:View)
RETURN ${fields} ORDER BY changedAt DESC, id`;

export const viewCypher = `MATCH (v:View {id: $id})
RETURN ${fields}, v.content AS content`;

const summaryOf = (row: Row): ViewSummary => ({
  id: textOf(row.id) as ViewSummary["id"],
  version: numberOf(row.version),
  name: textOf(row.name),
  note: textOf(row.note),
  author: textOf(row.author),
  at: textOf(row.at),
  changedAt: textOf(row.changedAt),
  revision: numberOf(row.revision),
  shown: numberOf(row.shown),
});

/** All saved views without their pictures, the last changed first. */
export const listViews = async (asked: Asked): Promise<ViewSummary[]> => (await ask(asked, viewsCypher)).map(summaryOf);

/** Throws NotInStore. */
export async function readView(asked: Asked, id: string): Promise<View> {
  const [row] = await ask(asked, viewCypher, { id });
  if (row === undefined) throw new NotInStore({ what: "saved view", id, remedy: "see GET /views for those that there are" });
  return { ...summaryOf(row), picture: (await unpackJson(textOf(row.content))) as SavedPicture };
}
