import type { RecordTable } from "#graph/model/change-set.ts";
import { type Ask, askInPortions } from "../ask.ts";
import type { Content, ContentOf, MetricContent, StatementContent } from "../content.ts";
import { keyOfMetric, keyOfStatement, sameMetric } from "../keys.ts";
import { entitiesOf, recordsNaming } from "../references.ts";
import { readStanding } from "../standing.ts";

const sameStatements = `UNWIND $ids AS wanted MATCH (s:Statement {key: wanted}) WHERE s.untilRevision IS NULL RETURN s.key AS saying, s.id AS id`;
const sameMetrics = `UNWIND $ids AS wanted MATCH (m:MetricObservation {key: wanted}) WHERE m.untilRevision IS NULL
  RETURN m.key AS key, m.value AS value, m.unit AS unit, m.id AS id`;

const placeOf = (table: RecordTable, id: string): string => `${table}:${id}`;
export type ClaimTable = "statements" | "metrics";

const scopesOf = (content: Content): string[] =>
  "kind" in content && "aliases" in content ? (content.aliases ?? []).flatMap((it) => it.scopeOf ?? []) : [];

/** The entities that a record names; an entity names those in which its aliases hold. */
export const namesOf = (table: RecordTable, content: Content): string[] =>
  table === "documents" ? [] : table === "entities" ? scopesOf(content) : entitiesOf(content);

export const sayingOf = (table: ClaimTable, content: Content): string =>
  table === "statements"
    ? keyOfStatement(content as StatementContent)
    : sameMetric(keyOfMetric(content as MetricContent), content as MetricContent);

/** Records as they would be after the edits so far, over a store that stays as it is. One edit sees what those before it did. */
export class Draft {
  private readonly ask: Ask;
  /** As the store has them; null where it has none. Only what was looked at. */
  private readonly before = new Map<string, Content | null>();
  private readonly after = new Map<string, Content | null>();
  /** Drafted records by an entity that they name, and by what they say. */
  private readonly naming = new Map<string, Set<string>>();
  private readonly saying = new Map<string, Set<string>>();

  constructor(ask: Ask) {
    this.ask = ask;
  }

  /** Reads records that will be looked at. */
  async load(table: RecordTable, ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.before.has(placeOf(table, id)));
    if (wanted.length === 0) return;
    const found = await readStanding(this.ask, table, wanted);
    for (const id of wanted) this.before.set(placeOf(table, id), found.get(id) ?? null);
  }

  async get<T extends RecordTable>(table: T, id: string): Promise<ContentOf[T] | null> {
    await this.load(table, [id]);
    const place = placeOf(table, id);
    return (this.after.has(place) ? this.after.get(place) : this.before.get(place)) as ContentOf[T] | null;
  }

  /** Null takes the record away. */
  async set<T extends RecordTable>(table: T, id: string, content: ContentOf[T] | null): Promise<void> {
    await this.load(table, [id]);
    const place = placeOf(table, id);
    this.after.set(place, content);
    if (content === null) return;
    for (const entity of namesOf(table, content)) note(this.naming, entity, place);
    if (table === "statements" || table === "metrics") note(this.saying, `${table}|${sayingOf(table, content)}`, place);
  }

  /** Standing and drafted records that name an entity. */
  async thoseNaming(entity: string): Promise<{ table: RecordTable; id: string; content: Content }[]> {
    const places = new Map((await recordsNaming(this.ask, [entity])).map(({ table, id }) => [placeOf(table, id), { table, id }]));
    for (const place of this.naming.get(entity) ?? []) places.set(place, partsOf(place));
    for (const table of ["entities", "constraints", "statements", "metrics"] as const)
      await this.load(
        table,
        [...places.values()].filter((it) => it.table === table).map((it) => it.id),
      );
    const found: { table: RecordTable; id: string; content: Content }[] = [];
    for (const { table, id } of places.values()) {
      const content = await this.get(table, id);
      if (content !== null && namesOf(table, content).includes(entity)) found.push({ table, id, content });
    }
    return found;
  }

  /** For each of these claims, the id of another one that says the same, if any. By the claim's own id. */
  async thoseSaying<T extends ClaimTable>(table: T, claims: readonly ContentOf[T][]): Promise<Map<string, string>> {
    const standing = new Map<string, string[]>();
    const keys = claims.map((it) => (table === "statements" ? keyOfStatement(it as never) : keyOfMetric(it as never)));
    for (const row of await askInPortions(this.ask, {
      text: table === "statements" ? sameStatements : sameMetrics,
      ids: [...new Set(keys)],
    })) {
      const [saying, id] =
        table === "statements" ? row : [sameMetric(row[0] as string, { value: row[1] as number, unit: row[2] as never }), row[3]];
      standing.set(saying as string, [...(standing.get(saying as string) ?? []), id as string]);
    }
    const found = new Map<string, string>();
    for (const claim of claims) {
      const saying = sayingOf(table, claim);
      const drafted = [...(this.saying.get(`${table}|${saying}`) ?? [])].map((place) => partsOf(place).id);
      for (const id of [...(standing.get(saying) ?? []), ...drafted]) {
        if (id === claim.id || found.has(claim.id)) continue;
        const other = await this.get(table, id);
        if (other !== null && sayingOf(table, other) === saying) found.set(claim.id, id);
      }
    }
    return found;
  }

  /** What the edits come to, in the order in which records were first touched. */
  differences(): { table: RecordTable; id: string; before: Content | null; after: Content | null }[] {
    return [...this.after].flatMap(([place, after]) => {
      const before = this.before.get(place) ?? null;
      return before === null && after === null ? [] : [{ ...partsOf(place), before, after }];
    });
  }

  /** Drafted records of a table that are there. */
  drafted<T extends RecordTable>(table: T): ContentOf[T][] {
    return [...this.after].flatMap(([place, content]) =>
      content !== null && partsOf(place).table === table ? [content as ContentOf[T]] : [],
    );
  }
}

function note(index: Map<string, Set<string>>, key: string, place: string): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, new Set([place]));
  else places.add(place);
}

const partsOf = (place: string): { table: RecordTable; id: string } => {
  const at = place.indexOf(":");
  return { table: place.slice(0, at) as RecordTable, id: place.slice(at + 1) };
};
