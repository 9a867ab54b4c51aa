import { randomUUID } from "node:crypto";
import type { Change } from "#graph/model/change-set.ts";
import type { IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { type KeptInput, partsOfInput, type ReviewInput } from "./input.ts";
import { changesAtOnce, type KeptDecision, type KeptSurroundings, readChangeSet, structureOf } from "./read.ts";
import { addHead, type Head, writeParts } from "./stored.ts";
import { type WorkedOut, workOut } from "./work-out.ts";

export type { ReviewInput } from "./input.ts";

interface ProposeOptions<I extends KeptInput> {
  store: GraphStore;
  input: I;
  author: string;
  /** File, document or edit, as a person names it. */
  title: string;
  sources: ReviewedChangeSet["sources"];
  now: Date;
  signal?: AbortSignal;
}

/**
 * Compares an input with the store and keeps what would change as an open change set. Nothing of the graph changes. A dataset must be
 * valid. Throws ReviewRefused when an edit cannot be carried out or there is no such revision, and the store's errors.
 */
export const propose = (options: ProposeOptions<ReviewInput>): Promise<ReviewedChangeSet> => keep(options);

/** Keeps identity questions that nobody answered, as a change set of their own: answering "same" proposes the merger. */
export const keepQuestions = ({
  questions,
  ...options
}: Omit<ProposeOptions<ReviewInput>, "input"> & { questions: IdentityQuestion[] }): Promise<ReviewedChangeSet> =>
  keep({ ...options, input: { origin: "questions", questions } });

async function keep({ store, input, author, title, sources, now, signal }: ProposeOptions<KeptInput>): Promise<ReviewedChangeSet> {
  const id = `cs-${randomUUID()}`;
  const worked = await workOut({ store, input, answers: new Map(), changeSet: null, signal });
  const origin = input.origin === "questions" ? "edit" : input.origin;
  const about = { id, origin, title, author, createdAt: now.toISOString(), sources, state: "open", revision: null } as const;
  const inputs = await writeParts(store, { id, generation: 0 }, "input", partsOfInput(input));
  const written = await writeGeneration(store, { id, generation: 1 }, worked, new Map());
  await addHead(store, { ...about, version: 0, applyingUntil: 0, ...written, parts: { ...written.parts, input: inputs } });
  return (await readChangeSet(store, id)) as ReviewedChangeSet;
}

/** Cuts a list in parts of so many. */
const cut = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));

/** Decisions by the part of their change. */
export function decisionParts(ids: readonly string[], decisions: ReadonlyMap<string, KeptDecision>): Record<string, KeptDecision>[] {
  return cut(ids, changesAtOnce).map((some) =>
    Object.fromEntries(some.flatMap((id) => (decisions.has(id) ? [[id, decisions.get(id) as KeptDecision]] : []))),
  );
}

export const countOf = (decisions: ReadonlyMap<string, KeptDecision>, kind: KeptDecision["decision"]): number =>
  [...decisions.values()].filter((it) => it.decision === kind).length;

/** Writes what was worked out as a generation, and gives what the head says of it. */
export async function writeGeneration(
  store: GraphStore,
  { id, generation }: Pick<Head, "id" | "generation">,
  worked: WorkedOut,
  decisions: ReadonlyMap<string, KeptDecision>,
): Promise<
  Omit<Head, "id" | "state" | "origin" | "title" | "author" | "createdAt" | "sources" | "revision" | "version" | "applyingUntil">
> {
  const { changeSet, silenced, ...shown } = worked;
  const { changes, basedOn, tallies } = changeSet;
  const bare = changes.map(({ evidence: _, ...change }): Omit<Change, "evidence"> => change);
  const structure = structureOf(changes);
  const surroundings: KeptSurroundings = shown;
  const head = { id, generation };
  return {
    generation,
    basedOn,
    tallies,
    silenced,
    changes: changes.length,
    accepted: countOf(decisions, "accepted"),
    rejected: countOf(decisions, "rejected"),
    questions: shown.identity.filter((it) => it.answer === null).length,
    parts: {
      changes: await writeParts(store, head, "changes", cut(bare, changesAtOnce)),
      structure: await writeParts(store, head, "structure", [structure]),
      decisions: await writeParts(store, head, "decisions", decisionParts(structure.ids, decisions)),
      surroundings: await writeParts(store, head, "surroundings", [surroundings]),
    },
  };
}
