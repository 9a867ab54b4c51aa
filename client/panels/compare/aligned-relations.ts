import type { EntityAnswer, EntityRef, StatementAnswer } from "#graph/model/api-answers.ts";

/** A statement as seen from one of its ends. */
export interface Tie {
  readonly statement: StatementAnswer;
  readonly direction: "out" | "in";
}
/** What ties each side to a third entity. */
export interface Neighbour {
  readonly entity: EntityRef;
  readonly one: readonly Tie[];
  readonly other: readonly Tie[];
}
export interface AlignedRelations {
  /** Statements that tie the two to each other, seen from the first. */
  readonly between: readonly Tie[];
  readonly shared: readonly Neighbour[];
  readonly onlyOne: readonly Neighbour[];
  readonly onlyOther: readonly Neighbour[];
}

type Side = Pick<EntityAnswer, "entity" | "statements">;

/** Relations of two entities, by whom they lead to; the best tied first. Attributes have no other end and are left out. */
export function alignRelations(one: Side, other: Side): AlignedRelations {
  const [a, b] = [tiesOf(one), tiesOf(other)];
  const ids = new Set([...a.keys(), ...b.keys()]);
  ids.delete(one.entity.id);
  ids.delete(other.entity.id);
  const neighbours = [...ids].map((id): Neighbour => {
    const [mine, theirs] = [a.get(id), b.get(id)];
    return { entity: (mine ?? theirs)?.entity as EntityRef, one: mine?.ties ?? [], other: theirs?.ties ?? [] };
  });
  const byTies = neighbours.toSorted((x, y) => y.one.length + y.other.length - x.one.length - x.other.length);
  return {
    between: a.get(other.entity.id)?.ties ?? [],
    shared: byTies.filter((it) => it.one.length > 0 && it.other.length > 0),
    onlyOne: byTies.filter((it) => it.other.length === 0),
    onlyOther: byTies.filter((it) => it.one.length === 0),
  };
}

function tiesOf({ entity, statements }: Side): Map<string, { entity: EntityRef; ties: Tie[] }> {
  const found = new Map<string, { entity: EntityRef; ties: Tie[] }>();
  for (const statement of statements) {
    const direction = statement.subject === entity.id ? "out" : "in";
    const end = direction === "out" ? statement.objectRef : statement.subjectRef;
    if (end === null) continue;
    const known = found.get(end.id);
    if (known === undefined) found.set(end.id, { entity: end, ties: [{ statement, direction }] });
    else known.ties.push({ statement, direction });
  }
  return found;
}
