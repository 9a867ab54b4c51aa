import { closureOf } from "#graph/analysis/change-closure.ts";
import type { Change } from "#graph/model/change-set.ts";
import type { IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "../ask.ts";
import { canonicalJson } from "../content.ts";
import { ReviewRefused } from "./faults.ts";
import { inputOfParts } from "./input.ts";
import { writeGeneration } from "./propose.ts";
import {
  asDecided,
  type KeptDecision,
  type KeptSurroundings,
  needsIn,
  readChangeSet,
  readChanges,
  readDecisions,
  structureOf,
} from "./read.ts";
import { changeHeadOf, dropGeneration, type Head, readOpenHead, readParts } from "./stored.ts";
import { workOut } from "./work-out.ts";

type Answer = IdentityQuestion["answer"];

/**
 * Answers identity questions; the change set is worked out anew with them. Null takes an answer back. Throws as `decide`, and
 * ReviewRefused for an unknown question or an answer that names no candidate.
 */
export async function answer(
  store: GraphStore,
  {
    id,
    version,
    answers,
    now,
  }: { id: string; version: number; answers: readonly { question: string; answer: Answer }[]; by: string; now: Date },
): Promise<ReviewedChangeSet> {
  const head = await readOpenHead(askStore(store), id, version);
  const [{ identity }] = (await readParts(askStore(store), head, "surroundings")) as [KeptSurroundings];
  const questions = new Map(identity.map((it) => [it.id, it]));
  const problems = answers.flatMap(({ question, answer: given }) => {
    const asked = questions.get(question);
    if (asked === undefined) return [`"${question}" is no question of "${id}"`];
    if (given === null || !("same" in given) || asked.candidates.some((it) => it.id === given.same)) return [];
    return [`"${given.same}" is no candidate of "${question}"; they are ${asked.candidates.map((it) => it.id).join(", ")}`];
  });
  if (problems.length > 0) throw new ReviewRefused("Answer", problems);
  const all = new Map<string, Answer>(identity.map((it) => [it.id, it.answer]));
  for (const { question, answer: given } of answers) all.set(question, given);
  return renew(store, { head, answers: all, now });
}

/**
 * Compares an open change set anew with the store as it is now. Decisions and answers stay where a change is the same as it was. Throws as
 * `decide`, and as `propose`.
 */
export async function rebase(store: GraphStore, { id, now }: { id: string; by: string; now: Date }): Promise<ReviewedChangeSet> {
  const head = await readOpenHead(askStore(store), id);
  const [{ identity }] = (await readParts(askStore(store), head, "surroundings")) as [KeptSurroundings];
  return renew(store, { head, answers: new Map(identity.map((it) => [it.id, it.answer])), now });
}

async function renew(
  store: GraphStore,
  { head, answers, now }: { head: Head; answers: ReadonlyMap<string, Answer>; now: Date },
): Promise<ReviewedChangeSet> {
  const ask = askStore(store);
  const input = inputOfParts(await readParts(ask, head, "input"));
  const worked = await workOut({ store, input, answers, changeSet: head.id });
  const decisions = carriedOver({
    before: await readChanges(ask, head),
    decisions: await readDecisions(ask, head),
    after: worked.changeSet.changes,
  });
  const next = { id: head.id, generation: head.generation + 1 };
  const written = await writeGeneration(store, next, worked, decisions);
  const { input: inputs = 0 } = head.parts;
  await changeHeadOf(store, head, { head: { ...written, parts: { ...written.parts, input: inputs } }, now });
  await dropGeneration(store, head);
  return (await readChangeSet(store, head.id)) as ReviewedChangeSet;
}

/** Decisions that still hold: on changes that are as they were, and with what those need now. A rejection outweighs. */
function carriedOver({
  before,
  decisions,
  after,
}: {
  before: readonly Change[];
  decisions: ReadonlyMap<string, KeptDecision>;
  after: readonly Change[];
}): Map<string, KeptDecision> {
  const askedOf = ({ kind, before: was, after: is }: Change): string => canonicalJson([kind, was, is]);
  const was = new Map(before.filter((it) => decisions.has(it.id)).map((it) => [it.id, askedOf(it)]));
  const kept = new Map<string, KeptDecision>();
  for (const change of after) if (was.get(change.id) === askedOf(change)) kept.set(change.id, decisions.get(change.id) as KeptDecision);
  const needs = needsIn(structureOf(after.map((it) => asDecided(it, kept.get(it.id)))));
  const decided = (kind: KeptDecision["decision"]): string[] =>
    [...kept].filter(([, it]) => it.decision === kind && it.because === undefined).map(([change]) => change);
  for (const [kind, carried] of [
    ["accepted", closureOf(needs, { accept: decided("accepted") })],
    ["rejected", closureOf(needs, { reject: decided("rejected") })],
  ] as const)
    for (const { change, because } of carried)
      if (because !== null && kept.get(change)?.decision !== kind) {
        const { by, at } = kept.get(because) as KeptDecision;
        kept.set(change, { decision: kind, by, at, because });
      }
  return kept;
}
