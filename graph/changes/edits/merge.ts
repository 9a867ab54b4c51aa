import type { Alias } from "#graph/model/entity.ts";
import type { Edit } from "#graph/model/review.ts";
import type { ContentOf } from "../content.ts";
import { pairOf } from "../identity/constraints.ts";
import { takeUpNames } from "../identity/taken-up.ts";
import type { Draft } from "./draft.ts";
import { moveClaims, moveOthers } from "./move.ts";

/**
 * One entity becomes another: its claims move, its names become aliases, its id is kept in `mergedFrom`. Gives what is wrong: a constraint
 * between the two, other kinds, or an id that is none.
 */
export async function merge(draft: Draft, { from, into }: Extract<Edit, { do: "merge" }>): Promise<string[]> {
  if (from === into) return [`"${from}" is the same entity twice; name two`];
  const [gone, kept] = [await draft.get("entities", from), await draft.get("entities", into)];
  const missing = [gone === null ? from : null, kept === null ? into : null].filter((it) => it !== null);
  if (gone === null || kept === null) return missing.map((id) => `there is no entity "${id}"`);
  if (gone.kind !== kept.kind) return [`"${from}" is a ${gone.kind}, "${into}" a ${kept.kind}; only entities of one kind are merged`];
  const naming = await draft.thoseNaming(from);
  const apart = naming.some(({ table, content }) => {
    const { left, right } = content as ContentOf["constraints"];
    return table === "constraints" && pairOf(left, right) === pairOf(from, into);
  });
  if (apart) return [`"${from}" and "${into}" are DIFFERENT_FROM each other; remove that constraint first, if it is wrong`];
  const claims = <T extends "statements" | "metrics">(table: T): ContentOf[T][] =>
    naming.filter((it) => it.table === table).map((it) => it.content as ContentOf[T]);
  await moveClaims(draft, { table: "statements", claims: claims("statements"), from, into });
  await moveClaims(draft, { table: "metrics", claims: claims("metrics"), from, into });
  await moveOthers(draft, { naming: naming.filter((it) => it.id !== from), from, into });
  const standing = (await draft.get("entities", into)) as ContentOf["entities"];
  const left = (await draft.get("entities", from)) as ContentOf["entities"];
  const aliases = (left.aliases ?? []).map((it) => ({ ...it, entity: from }) as Alias);
  await draft.set("entities", into, takeUpNames(standing, [{ entity: left, aliases }]));
  await draft.set("entities", from, null);
  return [];
}
