import type { EntityId } from "#graph/model/id.ts";
import type { ExtractedEntity, Ref } from "./extraction.ts";
import { isShortFor } from "./names/legal-name.ts";
import type { Mention } from "./names/mention.ts";

/** What an entity is made from: a mention, or a name put together from one. */
export type Named = Pick<Mention, "kind" | "name"> & Partial<Pick<Mention, "existing" | "collective">>;

/** The entities of one extraction: one for each dictionary entity, and one for each kind and name. */
export class Entities {
  readonly #found = new Map<string, ExtractedEntity>();
  /** A mention is asked for by many rules. */
  readonly #ofNamed = new WeakMap<Named, ExtractedEntity>();
  readonly #byRef = new Map<Ref, ExtractedEntity>();
  readonly #companies: ExtractedEntity[] = [];
  readonly #legalNames: readonly string[];

  /** `mentions`: all that the text names, so that a short name which two of its firms share is neither's. */
  constructor(mentions: readonly Named[] = []) {
    this.#legalNames = [...new Set(mentions.filter((it) => it.kind === "Company" && it.name.endsWith("公司")).map((it) => it.name))];
  }

  /** The entity of a name, made at its first use. */
  refOf(it: Named): Ref {
    return this.of(it).ref;
  }

  of(it: Named): ExtractedEntity {
    const known = this.#ofNamed.get(it);
    if (known) return known;
    const found = this.#find(it);
    this.#ofNamed.set(it, found);
    return found;
  }

  #find(it: Named): ExtractedEntity {
    const key = this.#keyOf(it);
    const name = `${it.kind}|${it.name}`;
    const known =
      this.#found.get(key) ??
      this.#sameName(name, it.existing) ??
      (it.kind === "Company" && !it.existing ? this.#sameCompany(it.name) : undefined);
    if (known) {
      if (it.existing && known.existing === null) known.existing = it.existing;
      this.#found.set(key, known);
      this.#found.set(name, this.#found.get(name) ?? known);
      return known;
    }
    const made: ExtractedEntity = {
      ref: `e${this.#byRef.size + 1}`,
      kind: it.kind,
      name: it.name,
      existing: it.existing ?? null,
      mentions: [],
      ...(it.collective ? { collective: true } : {}),
    };
    this.#byRef.set(made.ref, made);
    if (made.kind === "Company") this.#companies.push(made);
    this.#found.set(key, made);
    this.#found.set(name, this.#found.get(name) ?? made);
    return made;
  }

  /** In one text one very name of one kind is one thing, unless the dictionary knows two of it. */
  #sameName(name: string, existing: EntityId | null | undefined): ExtractedEntity | undefined {
    const named = this.#found.get(name);
    return named !== undefined && existing && named.existing !== null && named.existing !== existing ? undefined : named;
  }

  mention(it: Named, { start, end, text }: { start: number; end: number; text: string }): Ref {
    const entity = this.of(it);
    if (!entity.mentions.some((known) => known.start === start && known.end === end)) entity.mentions.push({ start, end, text });
    return entity.ref;
  }

  #keyOf(it: Named): string {
    return it.existing ? it.existing : `${it.kind}|${it.name}`;
  }

  #sameCompany(name: string): ExtractedEntity | undefined {
    if (this.#legalNames.filter((it) => isShortFor(name, it)).length > 1) return undefined;
    return this.#companies.find((it) => isShortFor(name, it.name) || isShortFor(it.name, name));
  }

  all(): ExtractedEntity[] {
    return [...this.#byRef.values()];
  }
}
