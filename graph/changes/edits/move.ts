import type { EntityId } from "#graph/model/id.ts";
import {
  type AliasPart,
  type Content,
  type ContentOf,
  constraintContent,
  constraintId,
  type EntityContent,
  type EvidencePart,
  entityContent,
  metricContent,
  statementContent,
} from "../content.ts";
import type { ClaimTable, Draft } from "./draft.ts";

const links = ["subject", "object", "value", "region", "denominator", "plan", "product"] as const;

/** A claim about another entity in place of this one. */
export function movedClaim<T extends ClaimTable>(table: T, claim: ContentOf[T], from: string, into: string): ContentOf[T] {
  const record = claim as unknown as Record<string, unknown>;
  const fields = Object.fromEntries(links.filter((field) => record[field] === from).map((field) => [field, into]));
  const moved = { ...record, ...fields } as never;
  return (table === "statements" ? statementContent(moved, claim.evidence) : metricContent(moved, claim.evidence)) as ContentOf[T];
}

const placeOf = (it: EvidencePart): string => [it.document, it.paragraph, it.start, it.end, it.row].join("|");

/** Evidence of both, each place once. */
export function withEvidenceOf<T extends ClaimTable>(table: T, claim: ContentOf[T], other: ContentOf[T]): ContentOf[T] {
  const places = new Set(claim.evidence.map(placeOf));
  const evidence = [...claim.evidence, ...other.evidence.filter((it) => !places.has(placeOf(it)))];
  return (table === "statements" ? statementContent(claim as never, evidence) : metricContent(claim as never, evidence)) as ContentOf[T];
}

/**
 * Moves claims of one entity to another. What another claim says already gives it its evidence and goes; what would relate an entity to
 * itself goes.
 */
export async function moveClaims<T extends ClaimTable>(
  draft: Draft,
  { table, claims, from, into }: { table: T; claims: readonly ContentOf[T][]; from: string; into: string },
): Promise<void> {
  const moved = claims.map((it) => movedClaim(table, it, from, into));
  const twins = await draft.thoseSaying(table, moved);
  for (const claim of moved) {
    const own = claim as { object?: string; subject: string };
    const twin = twins.get(claim.id);
    const standing = twin === undefined ? null : await draft.get(table, twin);
    if (own.object === own.subject) await draft.set(table, claim.id, null);
    else if (standing === null) await draft.set(table, claim.id, claim);
    else {
      await draft.set(table, claim.id, null);
      await draft.set(table, standing.id, withEvidenceOf(table, standing, claim));
    }
  }
}

/** Moves what else names an entity: constraints, and aliases that hold in it. */
export async function moveOthers(
  draft: Draft,
  { naming, from, into }: { naming: readonly { table: string; id: string; content: Content }[]; from: string; into: string },
): Promise<void> {
  const known = (id: EntityId): EntityId => (id === from ? (into as EntityId) : id);
  for (const { table, id, content } of naming) {
    if (table === "constraints") {
      const constraint = content as ContentOf["constraints"];
      const moved = constraintContent({ ...constraint, left: known(constraint.left), right: known(constraint.right) });
      await draft.set("constraints", id, null);
      if ((await draft.get("constraints", constraintId(moved))) === null) await draft.set("constraints", constraintId(moved), moved);
    } else if (table === "entities") {
      const entity = (await draft.get("entities", id)) as EntityContent | null;
      if (entity === null) continue;
      const aliases = (entity.aliases ?? []).map((it): AliasPart => (it.scopeOf === from ? { ...it, scopeOf: into as EntityId } : it));
      await draft.set("entities", id, entityContent(entity, aliases));
    }
  }
}
