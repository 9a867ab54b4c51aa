import type { FreshnessAnswer } from "#graph/model/freshness.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { entitiesOld, metricsOld, type Stale, sourcesOld, statesOld, targetsOverdue } from "./freshness-rules.ts";
import { monthsBetween } from "./months.ts";

export interface MeasuredFigure {
  id: string;
  subject: string;
  name: string;
  unit: string;
  modality: string;
  period: string | null;
  basis: string | null;
  region: string | null;
  product: string | null;
  assertedAt: string | null;
  documents: readonly string[];
}
export interface StandingState {
  id: string;
  subject: string;
  value: string;
  validFrom: string | null;
  assertedAt: string | null;
  documents: readonly string[];
}
export interface KnownEntity {
  id: string;
  kind: EntityKind;
  name: string;
  nameEn: string | null;
  degree: number;
  collective: boolean;
}
export interface KnownDocument {
  id: string;
  title: string;
  publisher: string | null;
  url: string | null;
  published: string | null;
  form: string;
}

/** What a store holds, as far as its age can be told. Claims of general knowledge (`reference`) do not age and are left out. */
export interface FreshnessFacts {
  /** Of actual figures and of targets, those that stand. */
  metrics: readonly MeasuredFigure[];
  /** States of projects that are not closed. */
  states: readonly StandingState[];
  entities: ReadonlyMap<string, KnownEntity>;
  documents: ReadonlyMap<string, KnownDocument>;
  /** The document that last spoke of an entity, among those with a date. */
  lastSpoken: ReadonlyMap<string, string>;
  /** How many claims rest on a document, the entity that most of them are about, and how many those are. */
  spoken: ReadonlyMap<string, { claims: number; mostly: string; of: number }>;
}

type Item = FreshnessAnswer["items"][number];

/** How much a reason weighs, all else being equal: a promise without an outcome before a state, a state before a figure. */
const weights: Readonly<Record<Item["reason"], number>> = {
  target_overdue: 1,
  state_old: 0.8,
  metric_old: 0.6,
  entity_old: 0.4,
  source_old: 0.3,
};

/** Late by so many months is half as bad as it gets. */
const halfLateMonths = 12;

/**
 * Severity = weight × lateness × importance. Lateness = 1 − 2^(−m / 12), where m is the number of months since news was due (each rule
 * says when); importance = ½ + ½ · ln(1 + degree) / ln(1 + the highest degree), so that a hub counts up to twice a lone entity. From 0 to 1.
 */
function severityOf({ reason, lateMonths, subject }: Stale, highestDegree: number): number {
  const lateness = 1 - 2 ** (-Math.max(0, lateMonths) / halfLateMonths);
  const importance = highestDegree === 0 ? 1 : 0.5 + (0.5 * Math.log1p(subject.degree)) / Math.log1p(highestDegree);
  return Math.round(weights[reason] * lateness * importance * 1000) / 1000;
}

/** Everything that may no longer hold, the worst first. Pure: the same facts and date give the same list. `asOf`: an ISO date. */
export function staleItems(facts: FreshnessFacts, asOf: string): Item[] {
  const states = statesOld(facts, asOf);
  const moving = new Set(states.map((it) => it.subject.id));
  const stale = [
    ...targetsOverdue(facts, asOf),
    ...states,
    ...metricsOld(facts, asOf),
    ...entitiesOld(facts, asOf).filter((it) => !moving.has(it.subject.id)),
    ...sourcesOld(facts, asOf),
  ];
  let highest = 0;
  for (const { degree } of facts.entities.values()) highest = Math.max(highest, degree);
  return stale
    .map((it): { item: Item; key: string } => {
      const { lateMonths: _, subject, document, ...rest } = it;
      const { id, kind, name, nameEn } = subject;
      const severity = severityOf(it, highest);
      const item = {
        ...rest,
        subject: { id: id as Item["subject"]["id"], kind, name, nameEn },
        severity,
        source: sourceOf(facts, document),
      };
      return { item, key: keyOf(item) };
    })
    .sort((a, b) => b.item.severity - a.item.severity || (a.key < b.key ? -1 : 1))
    .map((it) => it.item);
}

const keyOf = ({ reason, subject, about, claim }: Item): string => [reason, subject.id, about, claim].join("|");

function sourceOf({ documents }: FreshnessFacts, id: string | null): Item["source"] {
  const document = id === null ? undefined : documents.get(id);
  return document === undefined ? null : { document: document.id, title: document.title, publisher: document.publisher, url: document.url };
}

/** Who speaks, when last, and of how much; those silent for longest first. A document without a publisher speaks for itself. */
export function sourcesBySilence({ documents, spoken }: FreshnessFacts, asOf: string): FreshnessAnswer["sources"] {
  const sources = new Map<string, { last: string | null; documents: number; claims: number }>();
  for (const { id, publisher, title, published, form } of documents.values()) {
    if (form === "reference") continue;
    const name = publisher ?? title;
    const known = sources.get(name) ?? { last: null, documents: 0, claims: 0 };
    sources.set(name, {
      last: published !== null && (known.last === null || published > known.last) ? published : known.last,
      documents: known.documents + 1,
      claims: known.claims + (spoken.get(id)?.claims ?? 0),
    });
  }
  return [...sources]
    .map(([publisher, it]) => ({ publisher, ...it, months: it.last === null ? null : monthsBetween(it.last, asOf) }))
    .sort((a, b) => (b.months ?? -1) - (a.months ?? -1) || b.claims - a.claims || (a.publisher < b.publisher ? -1 : 1));
}
