import type { Edit } from "#graph/model/review.ts";
import type { Ask } from "../ask.ts";
import { type EntityContent, entityContent } from "../content.ts";
import type { Draft } from "./draft.ts";
import { withdraw } from "./withdraw.ts";

/** Takes a record away, with all that hangs on it. Gives what is wrong. */
export async function remove(ask: Ask, draft: Draft, { table, id }: Extract<Edit, { do: "remove" }>): Promise<string[]> {
  if ((await draft.get(table, id)) === null) return [`${table}: there is no "${id}"`];
  if (table === "documents") return withdraw(ask, draft, { document: id });
  if (table === "entities")
    for (const naming of await draft.thoseNaming(id)) {
      if (naming.table !== "entities") await draft.set(naming.table, naming.id, null);
      else {
        const entity = naming.content as EntityContent;
        const aliases = (entity.aliases ?? []).filter((it) => it.scopeOf !== id);
        await draft.set("entities", naming.id, entityContent({ ...entity, aliases: undefined } as EntityContent, aliases));
      }
    }
  await draft.set(table, id, null);
  return [];
}
