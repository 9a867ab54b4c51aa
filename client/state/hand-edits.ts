import { createStore } from "zustand/vanilla";
import type { EntityAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";

/** Which form is open for an edit by hand, and what it is about. */
export type HandEdit =
  | { form: "add-entity" }
  | { form: "correct-entity" | "merge" | "split" | "add-statement"; entity: EntityAnswer }
  | { form: "correct-statement" | "withdraw-statement"; statement: StatementAnswer }
  | { form: "withdraw-document"; document: { id: string; title: string } };

export const handEdit = createStore<{ open: HandEdit | null }>(() => ({ open: null }));

export const startEdit = (open: HandEdit): void => handEdit.setState({ open });
export const closeEdit = (): void => handEdit.setState({ open: null });

/** Without what is absent or empty, as canonical content leaves it out. */
function picked(record: object, names: string): RecordContent {
  const kept: RecordContent = {};
  for (const name of names.split(" ")) {
    const value = (record as RecordContent)[name];
    const empty = value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
    if (!empty) kept[name] = value as RecordContent[string];
  }
  return kept;
}

/** The record behind an answer, with its aliases: what a correction starts from. */
export function entityContentOf({ entity }: EntityAnswer): RecordContent {
  const own = picked(entity, "id kind name nameEn shortName subkind collective uncertain nameSource mergedFrom dataset");
  const aliases = entity.aliases.map((alias) => picked(alias, "surface scope scopeOf guard source spans confidence"));
  return aliases.length === 0 ? own : { ...own, aliases };
}

/** The record behind an answer, with its evidence. */
export function statementContentOf(statement: StatementAnswer): RecordContent {
  const own = picked(statement, "id subject predicate object value status confidence basis validFrom validTo properties");
  if (statement.rank !== "normal") own.rank = statement.rank;
  return { ...own, evidence: statement.evidence.map((one) => picked(one, "document paragraph start end row note")) };
}

/** An id that nobody has: minted once, opaque but for its prefix. */
export const newEntityId = (kind: EntityKind, unique: string): string => `${kinds[kind].prefix}-hand-${unique}`;
export const newStatementId = (unique: string): string => `s-hand-${unique}`;
