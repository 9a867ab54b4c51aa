import type { Change } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import { statementKey } from "#graph/model/statement.ts";

/** Fields of a record that name entities. The value of an attribute may be one. */
const entityFields = ["subject", "object", "value", "region", "denominator", "plan", "product", "left", "right"] as const;

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((it): it is string => typeof it === "string") : []);
const partsOf = (content: RecordContent, field: string): RecordContent[] =>
  Array.isArray(content[field]) ? (content[field] as RecordContent[]) : [];

/** Ids of the entities, documents and paragraphs that a record names, by what they are. */
function namedBy(content: RecordContent): { entities: string[]; documents: string[]; paragraphs: string[] } {
  const named = { entities: [] as string[], documents: [] as string[], paragraphs: [] as string[] };
  for (const field of entityFields) if (typeof content[field] === "string") named.entities.push(content[field]);
  for (const { document, paragraph } of partsOf(content, "evidence")) {
    if (typeof document === "string") named.documents.push(document);
    if (typeof paragraph === "string") named.paragraphs.push(paragraph);
  }
  for (const { scope, scopeOf, source } of partsOf(content, "aliases")) {
    if (typeof scopeOf === "string") (scope === "document" ? named.documents : named.entities).push(scopeOf);
    if (typeof source === "string") named.documents.push(source);
  }
  return named;
}

const nothing: ReturnType<typeof namedBy> = { entities: [], documents: [], paragraphs: [] };
const paragraphIds = (content: RecordContent | null): string[] =>
  content === null ? [] : partsOf(content, "paragraphs").flatMap(({ id }) => (typeof id === "string" ? [id] : []));

/** What comes and goes in a set of changes, by id of the entity, document or paragraph: id of the change that does it. */
interface Movements {
  comes: { entities: Map<string, string>; documents: Map<string, string>; paragraphs: Map<string, string> };
  goes: { entities: Map<string, string>; documents: Map<string, string>; paragraphs: Map<string, string> };
}

function movementsOf(changes: readonly Change[]): Movements {
  const none = () => ({ entities: new Map<string, string>(), documents: new Map<string, string>(), paragraphs: new Map<string, string>() });
  const moved: Movements = { comes: none(), goes: none() };
  for (const { id, record, before, after } of changes) {
    if (record.table !== "entities" && record.table !== "documents") continue;
    if (before === null) moved.comes[record.table].set(record.id, id);
    if (after === null) moved.goes[record.table].set(record.id, id);
    if (record.table !== "documents") continue;
    const [was, is] = [new Set(paragraphIds(before)), new Set(paragraphIds(after))];
    for (const paragraph of is) if (!was.has(paragraph)) moved.comes.paragraphs.set(paragraph, id);
    for (const paragraph of was) if (!is.has(paragraph)) moved.goes.paragraphs.set(paragraph, id);
  }
  return moved;
}

/** Entities that become another one: old id → the surviving one, and the change that says so. */
function mergersOf(changes: readonly Change[]): Map<string, { into: string; change: string }> {
  const mergers = new Map<string, { into: string; change: string }>();
  for (const { id, record, before, after } of changes) {
    if (record.table !== "entities" || after === null || after.mergedFrom === undefined) continue;
    const was = new Set(textsOf(before?.mergedFrom));
    for (const from of textsOf(after.mergedFrom)) if (!was.has(from)) mergers.set(from, { into: record.id, change: id });
  }
  return mergers;
}

/** What a claim says once its entities have become others: a claim that goes in a merger is taken up by the one that says so then. */
function saying(content: RecordContent, mergers: ReturnType<typeof mergersOf>): string | null {
  if (typeof content.predicate !== "string") return null;
  const moved = (id: unknown): unknown => (typeof id === "string" ? (mergers.get(id)?.into ?? id) : id);
  const { subject, object, value } = content;
  return statementKey({
    ...(content as unknown as Parameters<typeof statementKey>[0]),
    subject: moved(subject),
    object: moved(object),
    value: moved(value),
    properties: content.properties ?? {},
  } as Parameters<typeof statementKey>[0]);
}

/**
 * By change id, the changes of the same set that it cannot do without: what it names must come first, and what goes must first be named
 * by nothing. A change without needs has no entry. Linear in the size of the set.
 */
export function needsOf(changes: readonly Change[]): Map<string, string[]> {
  const { comes, goes } = movementsOf(changes);
  const mergers = mergersOf(changes);
  const needs = new Map<string, Set<string>>();
  const need = (change: string, other: string | undefined): void => {
    if (other === undefined || other === change) return;
    const known = needs.get(change);
    if (known === undefined) needs.set(change, new Set([other]));
    else known.add(other);
  };
  const kinds = ["entities", "documents", "paragraphs"] as const;
  const heirs = new Map<string, string>();
  if (mergers.size > 0)
    for (const { id, after } of changes) {
      const said = after === null ? null : saying(after, mergers);
      if (said !== null) heirs.set(said, id);
    }
  for (const { id, before, after } of changes) {
    const [was, is] = [before === null ? nothing : namedBy(before), after === null ? nothing : namedBy(after)];
    for (const kind of kinds) {
      for (const named of is[kind]) need(id, comes[kind].get(named));
      if (goes[kind].size === 0) continue;
      const still = new Set(is[kind]);
      for (const named of was[kind]) {
        const going = still.has(named) ? undefined : goes[kind].get(named);
        if (going !== undefined) need(going, id);
      }
    }
    const said = after === null && before !== null && mergers.size > 0 ? saying(before, mergers) : null;
    if (said !== null) need(id, heirs.get(said));
  }
  for (const [from, { change }] of mergers) {
    const going = goes.entities.get(from);
    if (going === undefined) continue;
    need(going, change);
    need(change, going);
  }
  return new Map([...needs].map(([change, others]) => [change, [...others]]));
}

type Needs = ReadonlyMap<string, readonly string[]>;

const reversed = new WeakMap<Needs, Map<string, string[]>>();

/** By change id, the changes that cannot do without it. Made once for each `needs`. */
export function neededBy(needs: Needs): ReadonlyMap<string, readonly string[]> {
  const made = reversed.get(needs);
  if (made !== undefined) return made;
  const dependents = new Map<string, string[]>();
  for (const [change, others] of needs)
    for (const other of others) {
      const known = dependents.get(other);
      if (known === undefined) dependents.set(other, [change]);
      else known.push(change);
    }
  reversed.set(needs, dependents);
  return dependents;
}

/** A change that is decided, and the one that carried it along; null for one that was named itself. */
export interface Carried {
  change: string;
  because: string | null;
}

/**
 * All that is decided with these changes: accepting takes along what they need, rejecting what needs them. The named ones come first, each
 * change once. Linear in what it finds.
 */
export function closureOf(
  needs: Needs,
  { accept, reject }: { accept?: string | readonly string[]; reject?: string | readonly string[] },
): Carried[] {
  const listOf = (ids: string | readonly string[] | undefined): readonly string[] =>
    ids === undefined ? [] : typeof ids === "string" ? [ids] : ids;
  return [...spread(listOf(accept), needs), ...spread(listOf(reject), neededBy(needs))];
}

function spread(roots: readonly string[], next: Needs): Carried[] {
  const reached = new Map<string, string | null>();
  for (const root of roots) reached.set(root, null);
  const queue = [...reached.keys()].map((id) => ({ id, root: id }));
  for (const { id, root } of queue)
    for (const other of next.get(id) ?? []) {
      if (reached.has(other)) continue;
      reached.set(other, root);
      queue.push({ id: other, root });
    }
  return [...reached].map(([change, because]) => ({ change, because }));
}
