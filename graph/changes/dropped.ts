import type { Ask } from "./ask.ts";
import type { ClaimDifference } from "./compare-claims.ts";
import type { Content, ContentOf, EvidencePart } from "./content.ts";
import type { Ledger } from "./ledger.ts";
import { entitiesOf, stillReferred } from "./references.ts";
import type { Speaker } from "./speaker.ts";

interface Claims {
  statements: ClaimDifference<ContentOf["statements"]>;
  metrics: ClaimDifference<ContentOf["metrics"]>;
}

/** Of what a dataset no longer declares, what is named by records that it adds or changes: noted as these pass by. */
export class NamedAfterAll {
  readonly documents = new Set<string>();
  readonly entities = new Set<string>();
  private readonly dropped: { documents: ReadonlySet<string>; entities: ReadonlySet<string> };

  constructor({ documents, entities }: { documents: readonly string[]; entities: readonly string[] }) {
    this.dropped = { documents: new Set(documents), entities: new Set(entities) };
  }

  note(content: Content): void {
    const { documents, entities } = this.dropped;
    if (entities.size > 0) for (const id of entitiesOf(content)) if (entities.has(id)) this.entities.add(id);
    if (documents.size === 0) return;
    for (const { document } of (content as { evidence?: EvidencePart[] }).evidence ?? [])
      if (documents.has(document)) this.documents.add(document);
  }
}

/** A document goes when its dataset no longer lists it and nothing rests on it. */
export function droppedDocuments({
  dropped,
  named,
  ledger,
  speaker,
  statements,
  metrics,
}: { dropped: readonly string[]; named: NamedAfterAll; ledger: Ledger; speaker: Speaker } & Claims): string[] {
  if (speaker.partial || dropped.length === 0) return [];
  const resting = new Set<string>(named.documents);
  for (const [marks, difference] of [
    [ledger.statements, statements],
    [ledger.metrics, metrics],
  ] as const) {
    const { some } = marks.restingIn(new Set(dropped));
    for (let number = 0; number < marks.size; number += 1) {
      if (!some(number)) continue;
      const id = marks.idOf(number);
      if (!difference.removed.has(id) && !difference.changed.has(id)) for (const it of marks.documentsOf(number)) resting.add(it);
    }
  }
  return dropped.filter((id) => !resting.has(id));
}

/** An entity goes when its dataset no longer declares it and nothing that stays refers to it. */
export async function droppedEntities({
  ask,
  dropped,
  named,
  droppedConstraints,
  speaker,
  statements,
  metrics,
}: {
  ask: Ask;
  dropped: readonly string[];
  named: NamedAfterAll;
  droppedConstraints: readonly string[];
  speaker: Speaker;
} & Claims): Promise<string[]> {
  const claims = [statements, metrics] as ClaimDifference<Content>[];
  const gone = claims.flatMap((it) => [...it.removed.values(), ...[...it.changed.values()].map(({ before }) => before)]);
  const loosened = new Set(speaker.partial ? gone.flatMap(entitiesOf) : []);
  const candidates = dropped.filter((id) => !speaker.partial || loosened.has(id));
  if (candidates.length === 0) return [];
  const left = candidates.filter((id) => !named.entities.has(id));
  const changing = new Set([...claims.flatMap((it) => [...it.removed.keys(), ...it.changed.keys()]), ...droppedConstraints]);
  const still = await stillReferred(ask, { ids: left, changing });
  return left.filter((id) => !still.has(id));
}
