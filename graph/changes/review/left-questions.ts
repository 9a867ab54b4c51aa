import type { Edit, IdentityQuestion } from "#graph/model/review.ts";
import { type Ask, askInPortions } from "../ask.ts";
import { constraintBetween } from "../identity/constraints.ts";

const standing = "UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id";

/**
 * What answers mean for entities that are in the store already: `same` is a merger, `different` a constraint. Questions about entities
 * that are no longer there are not asked any more.
 */
export async function editsOfAnswers(
  ask: Ask,
  { questions, answers }: { questions: readonly IdentityQuestion[]; answers: ReadonlyMap<string, IdentityQuestion["answer"]> },
): Promise<{ edits: Edit[]; questions: IdentityQuestion[] }> {
  const ids = [...new Set(questions.flatMap((it) => [it.entity.id, ...it.candidates.map((candidate) => candidate.id)]))];
  const there = new Set((await askInPortions(ask, { text: standing, ids })).map(([id]) => id));
  const asked = questions
    .map((it) => ({ ...it, candidates: it.candidates.filter(({ id }) => there.has(id)), answer: answers.get(it.id) ?? null }))
    .filter((it) => there.has(it.entity.id) && it.candidates.length > 0);
  const edits = asked.flatMap(({ entity, candidates, answer }): Edit[] => {
    if (answer === null) return [];
    if ("same" in answer) return [{ do: "merge", from: entity.id, into: answer.same }];
    return candidates.map(({ id }): Edit => ({ do: "put", table: "constraints", content: { ...constraintBetween(entity.id, id) } }));
  });
  return { edits, questions: asked };
}
