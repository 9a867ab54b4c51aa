import type { IdentityQuestion } from "#graph/model/review.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";
import { pairOf } from "./constraints.ts";
import { comparable, type KnownBy, keyOf, knownBy, type Named } from "./names.ts";

type Candidate = IdentityQuestion["candidates"][number];
type Reason = Candidate["reason"];

/** Why two that share a text may be one; null where that says nothing: two by-names in common make no identity. */
function reasonOf(fresh: KnownBy["by"], stored: KnownBy["by"]): Reason | null {
  if (fresh === "code") return "credit_code";
  if (fresh === "ticker") return "ticker";
  if (fresh === "english") return "english_name";
  const both = new Set([fresh, stored]);
  const isProper = (by: KnownBy["by"]): boolean => by === "name" || by === "legal";
  if (both.has("legal") && isProper(fresh) && isProper(stored)) return "legal_name";
  if (fresh === "name" && stored === "name") return "name";
  if (!isProper(fresh) && !isProper(stored) && !(fresh === "short" && stored === "short")) return null;
  if (both.has("scoped")) return "scoped_alias";
  return both.has("alias") ? "alias" : "short_name";
}

const strength: readonly Reason[] = ["credit_code", "legal_name", "ticker", "name", "short_name", "alias", "scoped_alias", "english_name"];
const identifying = new Set<Reason>(["credit_code", "legal_name", "ticker", "name"]);

/** Kinds that are taken for one another. An industry, its chain and its cluster share a name and stay three (model.md, section 1). */
const mayBeTaken = (a: EntityKind, b: EntityKind): boolean =>
  a === b || (kinds[a].family === kinds[b].family && kinds[a].family !== "structure");

const disagree = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((it) => b.some((other) => comparable(it) === comparable(other)));

/** Two of one name that are namesakes by what else is known of them. */
const contradicts = (a: Named, b: Named, reason: Reason): boolean =>
  disagree(a.creditCodes, b.creditCodes) || (reason === "name" && disagree(a.legalNames, b.legalNames)) || a.collective !== b.collective;

export interface Matches {
  /** New id → stored id. */
  certain: Map<string, string>;
  questions: IdentityQuestion[];
}

/**
 * New entities against known ones: certain where an identifying text agrees, with one of the same kind and with no other, and nothing
 * speaks against; a question where a text agrees otherwise. `different` are pairs (`pairOf`) that stay apart. Rule: `model.md` section 6.
 */
export function matchEntities({
  fresh,
  stored,
  different,
}: {
  fresh: ReadonlyMap<string, Named>;
  stored: ReadonlyMap<string, Named>;
  different: ReadonlySet<string>;
}): Matches {
  const wanted = new Map<string, { it: Named; known: KnownBy }[]>();
  for (const it of fresh.values())
    for (const known of knownBy(it)) {
      const same = wanted.get(keyOf(known));
      if (same === undefined) wanted.set(keyOf(known), [{ it, known }]);
      else same.push({ it, known });
    }
  const found = new Map<string, Map<string, Candidate>>();
  for (const other of stored.values())
    for (const theirs of knownBy(other))
      for (const { it, known } of wanted.get(keyOf(theirs)) ?? []) {
        const reason = reasonOf(known.by, theirs.by);
        if (reason === null || !mayBeTaken(it.kind, other.kind) || different.has(pairOf(it.id, other.id))) continue;
        if (reason === "english_name" && it.kind !== other.kind) continue;
        const candidates = found.get(it.id) ?? new Map<string, Candidate>();
        found.set(it.id, candidates);
        const before = candidates.get(other.id);
        if (before !== undefined && strength.indexOf(before.reason) <= strength.indexOf(reason)) continue;
        candidates.set(other.id, {
          id: other.id as Candidate["id"],
          kind: other.kind,
          name: other.name,
          nameEn: other.nameEn ?? null,
          reason,
          text: known.text,
          guard: theirs.guard ?? known.guard,
        });
      }
  return judged({ found, fresh, stored });
}

function judged({
  found,
  fresh,
  stored,
}: {
  found: ReadonlyMap<string, ReadonlyMap<string, Candidate>>;
  fresh: ReadonlyMap<string, Named>;
  stored: ReadonlyMap<string, Named>;
}): Matches {
  const identified = new Map<string, string>();
  const claimants = new Map<string, number>();
  for (const [id, candidates] of found) {
    const it = fresh.get(id) as Named;
    const strong = [...candidates.values()].filter((candidate) => candidate.kind === it.kind && identifying.has(candidate.reason));
    for (const candidate of strong) claimants.set(candidate.id, (claimants.get(candidate.id) ?? 0) + 1);
    const [only, another] = strong;
    if (only !== undefined && another === undefined && !contradicts(it, stored.get(only.id) as Named, only.reason))
      identified.set(id, only.id);
  }
  const certain = new Map([...identified].filter(([, other]) => claimants.get(other) === 1));
  const byStrength = (a: Candidate, b: Candidate): number =>
    strength.indexOf(a.reason) - strength.indexOf(b.reason) || (a.id < b.id ? -1 : 1);
  const questions = [...fresh.values()].flatMap(({ id, kind, name, nameEn }): IdentityQuestion[] => {
    const candidates = found.get(id);
    if (candidates === undefined || certain.has(id)) return [];
    const entity = { id: id as never, kind, name, nameEn: nameEn ?? null };
    return [{ id: `identity:${id}`, entity, candidates: [...candidates.values()].sort(byStrength), answer: null }];
  });
  return { certain, questions };
}
