import { GrowingNumbers } from "#graph/dataset/growing.ts";
import type { RecordTable } from "#graph/model/change-set.ts";
import { timeAttributes } from "#graph/model/holding.ts";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import {
  type Content,
  type ContentOf,
  checksumPart,
  contentHash,
  type DocumentContent,
  type StatementContent,
  withHash,
} from "../content.ts";
import { type DocumentFacts, deriveFromEvidence } from "../derive.ts";
import { hand } from "../edits/hand.ts";
import { Spool } from "../records/spool.ts";

const othersTogether = 2048;

/** One part of them: claims that may exclude each other are about one entity, and so lie in one part. */
export interface ContentPart {
  entities: ContentOf["entities"][];
  statements: ContentOf["statements"][];
  metrics: ContentOf["metrics"][];
}

type ByEntity = keyof ContentPart;

/**
 * The contents of a dataset that goes into an empty store: in temporary files once they are many, so that they are held at no moment.
 * Documents come first, then entities, in ascending numbers; then claims. To be closed.
 */
export class SpooledContents {
  /** Of each document, what it gives to the claims that rest on it. */
  readonly facts = new Map<string, DocumentFacts>();
  /** And its dataset. */
  readonly datasetOf = new Map<string, string>();
  checksum = 0n;
  size = 0;
  /** Something is of the editors' own dataset. */
  isByHand = false;
  private readonly spools = {
    documents: new Spool(),
    constraints: new Spool(),
    entities: new Spool(),
    statements: new Spool(),
    metrics: new Spool(),
  };
  /** Of entities that have a time of their own (events, plans): their kind, and what tells that time. */
  private readonly timed = new Map<string, { kind: EntityKind; told: StatementContent[] }>();
  private readonly counts = { documents: 0, constraints: 0 };
  /** By number of the entity. */
  private readonly degrees = new GrowingNumbers();
  private readonly entityNumber: (id: string) => number;

  private readonly entitiesTogether: number;

  /** `entitiesTogether`: so many entities, with all claims about them, are put together at a time. */
  constructor(entityNumber: (id: string) => number, { entitiesTogether = 2048 } = {}) {
    this.entityNumber = entityNumber;
    this.entitiesTogether = entitiesTogether;
  }

  async add<T extends RecordTable>(table: T, content: ContentOf[T]): Promise<void> {
    const hash = contentHash(content);
    this.size += 1;
    if ("dataset" in content && content.dataset === hand) this.isByHand = true;
    this.checksum = BigInt.asUintN(64, this.checksum + checksumPart(hash));
    await this.spools[table].add(this.partOf(table, content), JSON.stringify([hash, content]));
  }

  /** Documents, or constraints, some at a time. */
  async *all<T extends "documents" | "constraints">(table: T): AsyncGenerator<ContentOf[T][]> {
    for (let part = 0; part * othersTogether < this.counts[table]; part += 1) yield await this.read(table, part);
  }

  /** Entities with the claims about them, some at a time. */
  async *byEntity(): AsyncGenerator<ContentPart> {
    for (let part = 0; part * this.entitiesTogether < this.degrees.length; part += 1)
      yield {
        entities: await this.read("entities", part),
        statements: await this.read("statements", part),
        metrics: await this.read("metrics", part),
      };
  }

  /** How many edges will be drawn at an entity. */
  degreeOf(id: string): number {
    return this.degrees.at(this.entityNumber(id)) ?? 0;
  }

  /** The kind of an entity that has a time of its own. */
  timedKindOf(id: string): EntityKind | undefined {
    return this.timed.get(id)?.kind;
  }

  /** The attributes that tell the time of these entities, in whatever part they lie. */
  timesOf(ids: readonly string[]): StatementContent[] {
    return ids.flatMap((id) => this.timed.get(id)?.told ?? []);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.spools).map((it) => it.close()));
  }

  private async read<T extends RecordTable>(table: T, part: number): Promise<ContentOf[T][]> {
    return (await this.spools[table].lines(part)).map((line) => {
      const [hash, content] = JSON.parse(line) as [string, ContentOf[T]];
      return withHash(content, hash);
    });
  }

  private partOf(table: RecordTable, content: Content): number {
    switch (table) {
      case "documents": {
        const { id, published, reliability, dataset } = content as DocumentContent;
        this.facts.set(id, { published, reliability });
        if (dataset !== undefined) this.datasetOf.set(id, dataset);
        return Math.floor(this.counts.documents++ / othersTogether);
      }
      case "constraints":
        return Math.floor(this.counts.constraints++ / othersTogether);
      case "entities": {
        const { id, kind } = content as ContentOf["entities"];
        if (timeAttributes(kind).length > 0) this.timed.set(id, { kind, told: [] });
        const number = this.entityNumber(id);
        while (this.degrees.length <= number) this.degrees.push(0);
        return Math.floor(number / this.entitiesTogether);
      }
      default: {
        const claim = content as ContentOf[ByEntity & ("statements" | "metrics")];
        if (table === "statements") {
          this.countEnds(claim as StatementContent);
          this.keepTime(claim as StatementContent);
        }
        return Math.floor(this.entityNumber(claim.subject) / this.entitiesTogether);
      }
    }
  }

  private keepTime(statement: StatementContent): void {
    const owner = this.timed.get(statement.subject);
    if (owner !== undefined && timeAttributes(owner.kind).includes(statement.predicate)) owner.told.push(statement);
  }

  /** An edge to itself counts once. */
  private countEnds(statement: StatementContent): void {
    const { subject, predicate, object } = statement;
    if (object === undefined || !isRelationType(predicate) || !deriveFromEvidence(statement, (id) => this.facts.get(id)).drawn) return;
    for (const end of new Set([subject, object])) {
      const number = this.entityNumber(end);
      this.degrees.set(number, (this.degrees.at(number) ?? 0) + 1);
    }
  }
}
