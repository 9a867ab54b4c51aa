import type { Ask } from "./ask.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import type { Difference } from "./compare-declared.ts";
import type { Content, ContentOf } from "./content.ts";
import type { Ledger } from "./ledger.ts";
import { entitiesOf, stillReferred } from "./references.ts";
import type { Speaker } from "./speaker.ts";

interface Claims {
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
}

/** A document goes when its dataset no longer lists it and nothing rests on it. */
export function droppedDocuments({
  declared,
  ledger,
  speaker,
  statements,
  metrics,
}: { declared: Difference<ContentOf["documents"]>; ledger: Ledger; speaker: Speaker } & Claims): string[] {
  if (speaker.partial || declared.dropped.length === 0) return [];
  const resting = new Set<string>();
  for (const [marks, difference] of [
    [ledger.statements, statements],
    [ledger.metrics, metrics],
  ] as const) {
    for (const [id, { documents }] of marks)
      if (!difference.removed.has(id) && !difference.changed.has(id)) for (const document of documents) resting.add(document);
    for (const content of [...difference.added.values(), ...[...difference.changed.values()].map((it) => it.after)])
      for (const { document } of content.evidence) resting.add(document);
  }
  return declared.dropped.filter((id) => !resting.has(id));
}

/** An entity goes when its dataset no longer declares it and nothing that stays refers to it. */
export async function droppedEntities({
  ask,
  entities,
  constraints,
  droppedConstraints,
  speaker,
  statements,
  metrics,
}: {
  ask: Ask;
  entities: Difference<ContentOf["entities"]>;
  constraints: Difference<ContentOf["constraints"]>;
  droppedConstraints: readonly string[];
  speaker: Speaker;
} & Claims): Promise<string[]> {
  const claims = [statements, metrics] as ClaimDifference<Content>[];
  const gone = claims.flatMap((it) => [...it.removed.values(), ...[...it.changed.values()].map(({ before }) => before)]);
  const loosened = new Set(speaker.partial ? gone.flatMap(entitiesOf) : []);
  const candidates = entities.dropped.filter((id) => !speaker.partial || loosened.has(id));
  if (candidates.length === 0) return [];
  const staying = [
    ...claims.flatMap((it) => [...it.added.values(), ...[...it.changed.values()].map(({ after }) => after)]),
    ...constraints.added.values(),
    ...constraints.changed.values(),
  ];
  const referred = new Set(staying.flatMap(entitiesOf));
  const left = candidates.filter((id) => !referred.has(id));
  const changing = new Set([...claims.flatMap((it) => [...it.removed.keys(), ...it.changed.keys()]), ...droppedConstraints]);
  const still = await stillReferred(ask, { ids: left, changing });
  return left.filter((id) => !still.has(id));
}
