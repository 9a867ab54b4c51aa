import { allRows, type DatasetSource } from "#graph/dataset/source.ts";
import type { Constraint, Entity } from "#graph/model/entity.ts";
import type { IdentityQuestion } from "#graph/model/review.ts";
import { attributeOf, endsProblem } from "#graph/model/statement.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import type { Ask, AskEach } from "../ask.ts";
import type { EntityMarks } from "../marks/declared-marks.ts";
import { ReviewRefused } from "../review/faults.ts";
import { constraintBetween, pairOf, readDifferent } from "./constraints.ts";
import { matchEntities } from "./match.ts";
import { type FreshEntities, freshEntities, keysOf, type Named, namedIn, readAlike } from "./names.ts";
import { withConstraints, withKnownIds } from "./rewrite.ts";
import type { TakenUp } from "./taken-up.ts";

/** A dataset that names the entities that the store knows by their ids. */
export interface Identities {
  source: DatasetSource;
  /** What a person must say, with what was said already. Unanswered, the two stay apart. */
  questions: IdentityQuestion[];
  /** By known id: entities that people recognised as it. */
  takenUp: Map<string, TakenUp[]>;
  /** Ids of the dataset, and the known entities that they stand for, where that is certain or a person said it. */
  recognised: ReadonlyMap<string, string>;
}

interface ResolveOptions {
  source: DatasetSource;
  ask: Ask;
  askEach: AskEach;
  /** Entities that the store holds. */
  known: Pick<EntityMarks, "size" | "has" | "kindOf">;
  /** By question. */
  answers?: ReadonlyMap<string, IdentityQuestion["answer"]>;
}

/**
 * Finds the entities of a dataset that are new by id among those that the store holds. Asks nothing when all ids are known or the store is
 * empty. Throws ReviewRefused for an answer that a constraint, or the kind of the other, forbids.
 */
export async function resolveIdentities({ source, ask, askEach, known, answers = new Map() }: ResolveOptions): Promise<Identities> {
  const unresolved = { source, questions: [], takenUp: new Map(), recognised: new Map() };
  if (known.size === 0) return unresolved;
  const fresh = await freshEntities(source, known.has.bind(known));
  if (fresh.entities.length === 0) return unresolved;
  const freshKeys = keysIn(namedIn(fresh, fresh.entities));
  const stored = await readAlike(askEach, {
    isShared: (key) => freshKeys.has(key),
    merged: new Set(fresh.entities.map((it) => it.id)),
  });
  const constraints = await allRows(source, "constraints");
  const different = await readDifferent(ask);
  for (const { kind, left, right } of constraints) if (kind === "DIFFERENT_FROM") different.add(pairOf(left, right));

  const before = mergedBefore(fresh.entities, stored);
  const sameAs = new Map(before);
  const unknown = namedIn(
    fresh,
    fresh.entities.filter((it) => !sameAs.has(it.id)),
  );
  const { certain, questions } = matchEntities({ fresh: unknown, stored, different });
  const listed = await listedAmong(source, new Set(certain.values()));
  const asked = [...questions, ...distinguished({ certain, listed, stored, unknown })].map((it) => ({
    ...it,
    answer: answers.get(it.id) ?? null,
  }));
  for (const [id, other] of certain) if (!listed.has(other)) sameAs.set(id, other);

  const takenUp = new Map<string, TakenUp[]>();
  const takeUp = (id: string, into: string, how: Pick<TakenUp, "document" | "before">): void => {
    const entity = fresh.entities.find((it) => it.id === id) as Entity;
    const aliases = fresh.aliases.filter((it) => it.entity === id);
    takenUp.set(into, [...(takenUp.get(into) ?? []), { entity, aliases, ...how }]);
  };
  for (const [id, into] of before) takeUp(id, into, { before: true });
  const keptApart: Constraint[] = [];
  const document = await onlyDocument(source);
  for (const { entity, candidates, answer } of asked) {
    if (answer === null) continue;
    if ("different" in answer) {
      for (const candidate of candidates) keptApart.push(constraintBetween(entity.id, candidate.id));
      continue;
    }
    sameAs.set(entity.id, answer.same);
    takeUp(entity.id, answer.same, { document });
  }
  const answered = new Set<string>(asked.flatMap((it) => (it.answer !== null && "same" in it.answer ? [it.entity.id] : [])));
  await refuseImpossible({ source, fresh, constraints, sameAs, answered, known, different });
  return { source: await withKnownIds(withConstraints(source, keptApart), sameAs), questions: asked, takenUp, recognised: sameAs };
}

const keysIn = (named: ReadonlyMap<string, Named>): Set<string> => new Set([...named.values()].flatMap(keysOf));

/** Of some entities, those that a dataset lists. */
async function listedAmong(source: DatasetSource, ids: ReadonlySet<string>): Promise<Set<string>> {
  const listed = new Set<string>();
  if (ids.size === 0) return listed;
  for await (const rows of source.rows("entities")) for (const { id } of rows) if (ids.has(id)) listed.add(id);
  return listed;
}

/** The document of a dataset that has one. */
async function onlyDocument(source: DatasetSource): Promise<string | undefined> {
  let only: string | undefined;
  for await (const rows of source.rows("documents"))
    for (const { id } of rows) {
      if (only !== undefined) return undefined;
      only = id;
    }
  return only;
}

/** Ids that a merger ended, and what they became. */
function mergedBefore(fresh: readonly Entity[], stored: ReadonlyMap<string, { mergedFrom: string[] }>): Map<string, string> {
  const became = new Map([...stored].flatMap(([id, { mergedFrom }]) => mergedFrom.map((from) => [from, id] as const)));
  return new Map(fresh.flatMap(({ id }) => (became.has(id) ? [[id, became.get(id) as string] as const] : [])));
}

/** A dataset that also lists the other one says that they are two: a person must know better. */
function distinguished({
  certain,
  listed,
  stored,
  unknown,
}: {
  certain: ReadonlyMap<string, string>;
  listed: ReadonlySet<string>;
  stored: ReadonlyMap<string, Named>;
  unknown: ReadonlyMap<string, Named>;
}): IdentityQuestion[] {
  return [...certain].flatMap(([id, other]): IdentityQuestion[] => {
    const [it, its] = [unknown.get(id), stored.get(other)];
    if (!listed.has(other) || it === undefined || its === undefined) return [];
    return [
      {
        id: `identity:${id}`,
        entity: { id: id as never, kind: it.kind, name: it.name, nameEn: it.nameEn ?? null },
        candidates: [
          { id: other as never, kind: its.kind, name: its.name, nameEn: its.nameEn ?? null, reason: "name", text: it.name, guard: null },
        ],
        answer: null,
      },
    ];
  });
}

/** An answer may not join what a constraint keeps apart, nor give an entity claims that its kind cannot have. */
async function refuseImpossible({
  source,
  fresh,
  constraints,
  sameAs,
  answered,
  known,
  different,
}: {
  source: DatasetSource;
  fresh: FreshEntities;
  constraints: readonly Constraint[];
  sameAs: ReadonlyMap<string, string>;
  /** Those of them that a person says are known ones. */
  answered: ReadonlySet<string>;
  known: ResolveOptions["known"];
  different: ReadonlySet<string>;
}): Promise<void> {
  const problems: string[] = [];
  const kinds = new Map<string, EntityKind>(fresh.entities.map((it) => [it.id, it.kind]));
  const kindOf = (id: string): EntityKind | undefined => known.kindOf(sameAs.get(id) ?? id) ?? kinds.get(id);
  const otherKind = new Set<string>();
  for (const [id, other] of sameAs) {
    if (different.has(pairOf(id, other)))
      problems.push(`"${id}" and "${other}" are DIFFERENT_FROM each other; withdraw that constraint first`);
    if (kinds.get(id) !== known.kindOf(other)) otherKind.add(id);
  }
  const into = (id: string): string => sameAs.get(id) ?? id;
  for (const { left, right } of constraints)
    if (left !== right && into(left) === into(right) && [left, right].some((id) => answered.has(id)))
      problems.push(`"${left}" and "${right}" are DIFFERENT_FROM each other and cannot both be "${into(left)}"`);
  for await (const rows of otherKind.size > 0 ? source.rows("statements") : [])
    for (const { id, subject, predicate, object } of rows) {
      if (!otherKind.has(subject) && !otherKind.has(object ?? "")) continue;
      const [from, to] = [kindOf(subject), object === undefined ? undefined : kindOf(object)];
      if (from === undefined) continue;
      if (isRelationType(predicate)) {
        const wrong = to === undefined ? null : endsProblem(predicate, from, to);
        if (wrong !== null) problems.push(`${id}: ${wrong}`);
      } else if (attributeOf(from, predicate) === undefined) problems.push(`${id}: "${predicate}" is no attribute of ${from}`);
    }
  if (problems.length > 0) throw new ReviewRefused("Answer", problems);
}
