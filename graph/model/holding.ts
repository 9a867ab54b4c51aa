import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { isRelationType, type RelationDefinition, relations } from "#graph/vocabulary/relations.ts";
import { periodBounds } from "./period.ts";
import type { Statement } from "./statement.ts";

/** From when and until when, as precise as it is said: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Holding {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Dated = Pick<Statement, "predicate" | "validFrom" | "validTo"> & Partial<Pick<Statement, "properties">>;

const named: ReadonlySet<string> = new Set(["year", "date", "period"]);

/** Own properties of each relation that say when. */
const whenOf = new Map<string, string[]>(
  Object.entries<RelationDefinition>(relations).map(([type, { properties }]) => [
    type,
    Object.keys(properties).filter((name) => named.has(properties[name]?.type ?? "")),
  ]),
);

/** The beginning of a period as a date of the same precision: `2024-Q3` → 2024-07, `2024/2026` → 2024. */
function beginningOf(period: string): string {
  const [first] = period.split("/") as [string];
  return /[QH]/.test(first) ? periodBounds(first).start.slice(0, 7) : first;
}

/** The end of a period that names one; nobody says of a single year that it is over then. */
function endOf(period: string): string | undefined {
  const last = period.split("/")[1];
  if (last === undefined) return undefined;
  return /[QH]/.test(last) ? periodBounds(last).end.slice(0, 7) : last;
}

/** The time that the statement itself names. */
function ownTime({ predicate, properties }: Dated): Holding {
  const said = (whenOf.get(predicate) ?? []).map((name) => properties?.[name]).find((value) => value !== undefined);
  return said === undefined ? {} : { from: beginningOf(String(said)), to: endOf(String(said)) };
}

export interface HoldingOptions {
  statement: Dated;
  /** The time of the subject and of the object, where they have one: of a happening its date, of a plan its period. */
  ends: { readonly subject: Holding; readonly object: Holding };
  /** Of an attribute: the date from which it holds, where another attribute, or its own value, gives one. */
  since?: string | undefined;
}

/**
 * When a statement holds, where its source gives no `validFrom` and `validTo` of its own: from the beginning of the time that it names
 * itself, else of the time of what happens or is planned in it; until an end is named. An attribute holds from the date that tells of it.
 * A bound that would contradict the other is left out, and nothing is concluded from what exists or existed.
 */
export function holdingOf({ statement, ends, since }: HoldingOptions): Holding {
  const { predicate, validFrom, validTo } = statement;
  const own: Holding = isRelationType(predicate) ? ownTime(statement) : { from: since };
  const during = isRelationType(predicate) ? (relations[predicate].during ?? []) : [];
  const lasting = during.map((end) => ends[end]).find(({ from, to }) => from !== undefined || to !== undefined);
  const from = validFrom ?? own.from ?? lasting?.from;
  const to = validTo ?? own.to ?? lasting?.to;
  if (from === undefined || to === undefined || isInOrder(from, to)) return { from, to };
  return validTo === undefined ? { from } : { from: validFrom, to };
}

const isInOrder = (from: string, to: string): boolean => periodBounds(from).start <= periodBounds(to).end;

/** Attributes that give the time of an entity of a kind; empty for what has none of its own. */
export const timeAttributes = (kind: EntityKind | undefined): readonly string[] =>
  kind === undefined ? [] : Object.values(kinds[kind].lasts ?? {});

/** The attribute that tells from when an attribute of an entity of a kind holds, if one does. */
export const datingAttribute = (kind: EntityKind | undefined, attribute: string): string | undefined =>
  kind === undefined ? undefined : kinds[kind].properties[attribute]?.since;
