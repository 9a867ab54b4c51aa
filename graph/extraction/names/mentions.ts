import type { EntityId } from "#graph/model/id.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { type Dictionary, type Entry, surfacesIn } from "../dictionary/dictionary.ts";
import type { Words } from "../text/words.ts";
import { companiesIn } from "./companies.ts";
import { type Enumeration, enumerationsIn } from "./enumerations.ts";
import { goodsBySlot } from "./goods-by-slot.ts";
import { headedNamesIn } from "./headed.ts";
import { industriesIn } from "./industries.ts";
import { covers, type Mention, overlaps } from "./mention.ts";
import { type OfficeHolder, officeHoldersIn } from "./persons.ts";
import { policiesIn } from "./policies.ts";
import { productsIn } from "./products.ts";
import { type ListedProject, listedProjectsIn } from "./project-lists.ts";
import { projectsIn } from "./projects.ts";
import { recognitionsIn } from "./recognitions.ts";
import { regionsIn } from "./regions-in-text.ts";

export interface Names {
  /** Outermost mentions in text order, without overlaps. */
  readonly mentions: readonly Mention[];
  readonly enumerations: readonly Enumeration[];
  readonly holders: readonly OfficeHolder[];
  readonly listed: readonly ListedProject[];
}

interface Scope {
  /** The region that the document speaks of, if the dictionary knows it. */
  readonly region: EntityId | null;
  /** Aliases of this document hold. */
  readonly document: string | null;
}

/** Kinds whose name means another thing in every region: 钢铁产业 of one city is not that of another. */
const regional = new Set<EntityKind>([
  "IndustrialChain",
  "IndustryCluster",
  "Industry",
  "Policy",
  "Fund",
  "Event",
  "Institution",
  "Platform",
]);
/** Names that a city or county gives away freely: 智慧产业园. */
const local = new Set<EntityKind>(["Park", "Project"]);

/**
 * Names in a text: known ones from the dictionary, and new ones by their form. Forms are looked for once; the answer tells the names for
 * a scope, which is known only when the names have told where the document is at home.
 */
export function namesIn(text: string, words: Words, dictionary: Dictionary, document: string | null): (region: EntityId | null) => Names {
  const hits = [...surfacesIn(text, dictionary)];
  const regions = regionsIn(text);
  const known = knownIn(text, hits, { region: null, document });
  const base = [...regions, ...known.filter((it) => it.kind === "Park" || it.kind === "Company")];
  const parks = headedNamesIn(text, words, { only: "Park", places: regions });
  const companies = companiesIn(text, words, [...base, ...parks]);
  const firms = [...companies, ...known.filter((it) => it.kind === "Company")];
  const holders = officeHoldersIn(text);
  const enumerations = enumerationsIn(text);
  const listed = listedProjectsIn(text, firms);
  const formed = [
    ...policiesIn(text, words),
    ...regions,
    ...parks,
    ...companies,
    ...headedNamesIn(text, words, { except: "Park", behind: firms, places: regions }),
    ...recognitionsIn(text, words),
    ...projectsIn(text, words, [...firms, ...parks, ...known.filter((it) => it.kind === "Park")]),
    ...industriesIn(text, words),
    ...productsIn(text, words),
    ...goodsBySlot(text, words),
    ...holders.map((it) => it.person),
    ...listed.map((it) => it.project),
    ...enumerations.flatMap((it) => [...it.items, it.total]),
  ];
  return (region) => ({
    mentions: outermost(text, [...(region ? knownIn(text, hits, { region, document }) : known), ...formed]),
    enumerations,
    holders,
    listed,
  });
}

type Hit = ReturnType<typeof surfacesIn> extends Generator<infer H> ? H : never;

function knownIn(text: string, hits: readonly Hit[], scope: Scope): Mention[] {
  const found: Mention[] = [];
  const full = new Set(hits.flatMap((hit) => hit.entries.filter((it) => it.scope === "global").map((it) => it.entity)));
  for (const { start, end, entries } of hits) {
    const fitting = entries.filter((it) => fits(it, scope, full, text.slice(start, end)));
    const entry = fitting.find((it) => it.scope !== "document") ?? fitting[0];
    if (!entry || goesOn(text, end, entry)) continue;
    if (new Set(fitting.map((it) => it.kind)).size > 1 && entry.scope === "document") continue;
    found.push({
      start,
      end,
      kind: entry.kind,
      name: entry.name,
      existing: entry.entity,
      ...(entry.collective ? { collective: true } : {}),
      confidence: entry.scope === "document" ? 0.85 : 1,
    });
  }
  return found;
}

function fits(entry: Entry, scope: Scope, full: ReadonlySet<string>, surface: string): boolean {
  if (entry.scope === "document" && entry.scopeOf !== null && entry.scopeOf === scope.document) return true;
  if (entry.collective) return false;
  if (entry.scope === "region") return entry.scopeOf === scope.region;
  if (entry.scope === "document")
    // A short name of another document holds where the full one stands beside it.
    return entry.kind === "Company" && full.has(entry.entity);
  if (regional.has(entry.kind))
    return entry.home === null
      ? !/^(?:Indust)/.test(entry.kind) && surface.length >= 6
      : entry.home === scope.region || surface.length >= 12;
  if (local.has(entry.kind)) return entry.home === null || entry.home === scope.region || surface.length >= 7;
  return entry.kind !== "Person" || surface.length >= 2;
}

/** A short name that goes on is another name: 赣锋|锂电 is not 赣锋. */
function goesOn(text: string, end: number, entry: Entry): boolean {
  if (entry.kind !== "Company" || entry.scope === "global") return false;
  return /^(?:锂|电|循|新|材|科|股|集|能|业|高|智|环|生|物|国|工|矿|动|储)/.test(text.slice(end, end + 1));
}

/** What a name tells by a name inside it: a place at its start, an owner, a zone; a firm inside a firm's name tells nothing. */
const isTold = (outer: Mention, inner: Mention): boolean =>
  !(inner.kind === "Company" && outer.kind === "Company") &&
  (inner.kind !== "Region" || inner.start === outer.start || inner.confidence === 1);

const rank = (it: Mention): number => (it.existing ? 2 : 0) + it.confidence + (it.kind === "Region" ? -0.5 : 0) + (it.collective ? 0.3 : 0);

/** Longest first; of equal spans the better known; what lies inside becomes `inner`, what crosses is dropped. */
function outermost(text: string, all: readonly Mention[]): Mention[] {
  const sorted = [...all].sort((a, b) => b.end - b.start - (a.end - a.start) || rank(b) - rank(a));
  const taken: Mention[] = [];
  const at: (Mention | undefined)[] = new Array(text.length);
  for (const it of sorted) {
    const outer = at[it.start] ?? at[it.end - 1];
    if (outer) {
      if (covers(outer, it) && !(outer.start === it.start && outer.end === it.end)) {
        outer.inner ??= [];
        if (isTold(outer, it) && !outer.inner.some((other) => overlaps(other, it))) outer.inner.push(it);
      }
      continue;
    }
    const own = { ...it };
    at.fill(own, it.start, it.end);
    taken.push(own);
  }
  return taken.sort((a, b) => a.start - b.start);
}
