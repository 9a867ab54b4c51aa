import type { Change } from "#graph/model/change-set.ts";
import type { Ask } from "./ask.ts";
import type { Difference } from "./compare-declared.ts";
import { type Content, type ContentOf, contentHash } from "./content.ts";
import { entry } from "./entries.ts";
import type { Identities } from "./identity/resolve.ts";
import { keepMergers, takeUpNames, withStandingNames } from "./identity/taken-up.ts";
import { readContents } from "./stored.ts";

/** Of documents or constraints: those that change and those that go, with what they were. */
export async function declaredChanges<T extends "documents" | "constraints">(
  table: T,
  { changed }: Difference<ContentOf[T]>,
  removed: readonly string[],
  ask: Ask,
): Promise<Change[]> {
  const before = await readContents(ask, table, [...changed.keys(), ...removed]);
  const was = (id: string): Content => before.get(id) as Content;
  return [
    ...[...changed].map(([id, after]) => entry("changed", table, id, was(id), after)),
    ...removed.map((id) => entry("removed", table, id, was(id), null)),
  ];
}

/** The same of entities. They also keep what mergers left in them, and take up the names under which people recognised them. */
export async function entityChanges(
  difference: Difference<ContentOf["entities"]>,
  removed: readonly string[],
  { takenUp }: Identities,
  ask: Ask,
): Promise<Change[]> {
  const { changed } = difference;
  const ids = [...new Set([...changed.keys(), ...takenUp.keys(), ...removed])];
  const before = (await readContents(ask, "entities", ids)) as Map<string, ContentOf["entities"]>;
  for (const [id, content] of changed) changed.set(id, keepMergers(content, before.get(id) as ContentOf["entities"]));
  for (const [id, names] of takenUp) {
    const [standing, content] = [before.get(id), changed.get(id)];
    if (standing === undefined) continue;
    const [old, recognised] = [names.filter((it) => it.before === true), names.filter((it) => it.before !== true)];
    const named = content === undefined || old.length === 0 ? (content ?? standing) : withStandingNames(content, standing, old);
    if (recognised.length > 0 || content !== undefined) changed.set(id, takeUpNames(named, recognised));
  }
  const was = (id: string): Content => before.get(id) as Content;
  for (const [id, after] of changed)
    if (contentHash(after) === contentHash(was(id))) {
      changed.delete(id);
      difference.unchanged += 1;
    }
  return [
    ...[...changed].map(([id, after]) => entry("changed", "entities", id, was(id), after)),
    ...removed.map((id) => entry("removed", "entities", id, was(id), null)),
  ];
}
