import type { Alias, Entity } from "#graph/model/entity.ts";
import type { DatasetId, EntityId } from "#graph/model/id.ts";
import type { ExtractedEntity } from "../extraction.ts";
import { type Draft, hasPlace, remark } from "./draft.ts";
import type { KnownIndex } from "./known.ts";
import { entityIdsOf } from "./minting.ts";

type Mention = ExtractedEntity["mentions"][number];

interface Naming {
  draft: Draft;
  known: KnownIndex;
  sha256: string;
  /** The dataset that speaks for the document. */
  owner: DatasetId;
}

/** Words that point at something named elsewhere; they are no name of it. */
const pointing = /^(?:该|此|其|本|这|那|上述|前述|同|两者|前者|后者|它|他|她|我|你|您)/;

/** An id for a new entity: the same for the same document, never one that means something else. */
function mint({ draft, known, sha256, owner }: Naming, { kind, name }: ExtractedEntity): EntityId {
  const [plain, own] = entityIdsOf({ kind, name, sha256 });
  const mine = draft.dataset.entities.find((it) => it.kind === kind && it.name === name);
  if (mine !== undefined) return mine.id;
  const standing = known.entities.get(plain);
  const before = standing !== undefined && standing.dataset === owner && standing.kind === kind && standing.name === name;
  const taken = (standing !== undefined && !before) || draft.dataset.entities.some((it) => it.id === plain);
  return taken ? own : plain;
}

/** Where each form of a name stands, in the order of the text. */
function surfacesOf(draft: Draft, { name, mentions }: ExtractedEntity): Map<string, Mention[]> {
  const surfaces = new Map<string, Mention[]>();
  for (const mention of mentions)
    if (hasPlace(draft, mention, `“${name}”的一处提及`) && mention.text.length > 0 && mention.text.length <= 200)
      surfaces.set(mention.text, [...(surfaces.get(mention.text) ?? []), mention]);
  return surfaces;
}

/** A new entity's names as this document writes them; they hold in this document until a person widens their scope. */
function nameNew(draft: Draft, id: EntityId, entity: ExtractedEntity): void {
  const { aliases } = draft.dataset;
  for (const [surface, mentions] of surfacesOf(draft, entity)) {
    if (pointing.test(surface) || aliases.some((it) => it.entity === id && it.surface === surface)) continue;
    aliases.push({
      entity: id,
      surface,
      scope: "document",
      scopeOf: draft.document,
      ...(surface === entity.name ? {} : { guard: "仅限本文" }),
      source: draft.document,
      spans: mentions.map(({ start, end }) => `${start}-${end}`).join(" "),
      confidence: 0.95,
    } satisfies Alias);
  }
}

/** A known entity keeps its names; a form that it does not have yet is told to the person. */
function nameKnown(draft: Draft, known: KnownIndex, standing: Entity, entity: ExtractedEntity): void {
  const aliases = known.aliases.get(standing.id) ?? [];
  const names = new Set([standing.name, standing.shortName, standing.nameEn, ...aliases.map((it) => it.surface)]);
  for (const [surface, [first]] of surfacesOf(draft, entity))
    if (!names.has(surface) && !pointing.test(surface))
      remark(draft, `“${surface}”在本文指已有的“${standing.name}”（${standing.id}）；这一写法尚不在其别名之列`, first ?? null);
}

/** Declares what the document's dataset declared before, as it stands, so that saying it again changes nothing. */
function declareAgain(draft: Draft, known: KnownIndex, standing: Entity): void {
  if (draft.dataset.entities.some((it) => it.id === standing.id)) return;
  const { dataset: _, ...entity } = standing;
  draft.dataset.entities.push(entity);
  draft.dataset.aliases.push(...(known.aliases.get(standing.id) ?? []));
}

function addNew(naming: Naming, entity: ExtractedEntity): EntityId {
  const { draft } = naming;
  const id = mint(naming, entity);
  if (!draft.dataset.entities.some((it) => it.id === id))
    draft.dataset.entities.push({
      id,
      kind: entity.kind,
      name: entity.name,
      ...(entity.collective === true ? { collective: true } : {}),
      nameSource: entity.mentions.some((it) => it.text === entity.name) ? "text" : "composed",
    });
  nameNew(draft, id, entity);
  return id;
}

/** Gives each entity of an extraction its id: a known one's, or a new one's. One of a known one's kind and very name in this text is that one. */
export function placeEntities(naming: Naming, entities: readonly ExtractedEntity[]): void {
  const { draft, known, owner } = naming;
  const standingOf = (it: ExtractedEntity): Entity | undefined => (it.existing === null ? undefined : known.entities.get(it.existing));
  const sayingOf = ({ kind, name }: Pick<Entity, "kind" | "name">): string => `${kind}|${name}`;
  const recognised = new Map<string, Entity>();
  for (const entity of entities) {
    const standing = standingOf(entity);
    if (standing !== undefined)
      for (const name of [entity.name, standing.name]) recognised.set(sayingOf({ kind: standing.kind, name }), standing);
  }
  for (const entity of entities) {
    const standing = standingOf(entity) ?? recognised.get(sayingOf(entity));
    if (entity.existing !== null && standing === undefined)
      remark(draft, `“${entity.name}”被认作 ${entity.existing}，但库中没有它；按新实体处理`, entity.mentions[0] ?? null);
    if (standing !== undefined) {
      if (standing.dataset === owner) declareAgain(draft, known, standing);
      nameKnown(draft, known, standing, entity);
      draft.entityOf.set(entity.ref, { id: standing.id, kind: standing.kind, name: standing.name });
    } else if (entity.name.trim() === "" || entity.name.length > 200)
      remark(draft, `一个${entity.name === "" ? "无名" : "名称过长"}的实体未采纳`, entity.mentions[0] ?? null);
    else draft.entityOf.set(entity.ref, { id: addNew(naming, entity), kind: entity.kind, name: entity.name });
  }
}
