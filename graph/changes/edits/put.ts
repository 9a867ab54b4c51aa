import type { RecordTable } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { Edit } from "#graph/model/review.ts";
import type { Ask } from "../ask.ts";
import type { Content, ContentOf } from "../content.ts";
import { checkRecord } from "./check-record.ts";
import type { Draft } from "./draft.ts";
import { hand } from "./hand.ts";

type Of<Do extends Edit["do"]> = Extract<Edit, { do: Do }>;

const declared = new Set<RecordTable>(["documents", "entities", "constraints"]);

/** A record's content with who lists it, in the order of canonical content. */
function listed(content: Content, dataset: string | undefined): Content {
  if (dataset === undefined) return content;
  const fields = { ...content, dataset } as Record<string, unknown>;
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) as unknown as Content;
}

/** A new or corrected record. Gives what is wrong with it. */
export async function put(ask: Ask, draft: Draft, { table, content }: Of<"put">): Promise<string[]> {
  const beside = { entities: draft.drafted("entities"), documents: draft.drafted("documents") };
  const checked = await checkRecord(ask, { table, content, beside });
  if ("problems" in checked) return checked.problems;
  const { id } = checked;
  const standing = await draft.get(table, id);
  if (table === "entities" && standing !== null && (standing as ContentOf["entities"]).kind !== (content as RecordContent).kind)
    return [`entities.kind: "${id}" is a ${(standing as ContentOf["entities"]).kind}; an entity of another kind is another entity`];
  if (table === "statements" || table === "metrics") {
    const twin = (await draft.thoseSaying(table, [checked.content as never])).get(id);
    if (twin !== undefined) return [`${table}.id: "${twin}" says the same; give that one the evidence`];
  }
  const owner = standing === null ? hand : (standing as { dataset?: string }).dataset;
  await draft.set(table, id, (declared.has(table) ? listed(checked.content, owner) : checked.content) as never);
  return [];
}
