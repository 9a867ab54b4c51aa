import type { Dataset, TableName } from "#graph/model/dataset.ts";
import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { documentForms, type Status, statuses } from "#graph/vocabulary/marks.ts";
import { GrowingNumbers } from "./growing.ts";
import { KeyIndex } from "./key-index.ts";
import type { Known } from "./known.ts";

/** Thrown at a reference to what the dataset does not declare, while what the store holds has not been asked for. */
export class OutsideAsked extends Error {}

export interface FieldFault {
  field: string;
  fault: DatasetFault;
}

const statusNames = Object.keys(statuses) as Status[];
const formNames = Object.keys(documentForms);
const lengthUnknown = 0xffff_ffff;

const noNumbers = () => ({ statements: new GrowingNumbers(), metrics: new GrowingNumbers() });
const naturalKeys = () => ({
  aliases: new KeyIndex(),
  constraints: new KeyIndex(),
  statements: new KeyIndex(),
  metrics: new KeyIndex(),
  evidence: new KeyIndex(),
});

/** Entities, documents, claims and paragraphs met so far, in a few bytes each. */
class Declared {
  readonly entities = new KeyIndex();
  readonly kinds = new GrowingNumbers();
  readonly documents = new KeyIndex();
  readonly forms = new GrowingNumbers();
  readonly lengths = new GrowingNumbers();
  readonly statements = new KeyIndex();
  readonly metrics = new KeyIndex();
  readonly statuses = noNumbers();
  backed = noNumbers();
  readonly paragraphs = new KeyIndex();
  readonly paragraphPlaces = { document: new GrowingNumbers(), start: new GrowingNumbers(), end: new GrowingNumbers() };
}

/**
 * What every check works with: the record under judgement, what it may refer to, and where to report. Tables come one after another in
 * the order of the model, so that nearly all that a record refers to has been met before it.
 */
export class Check {
  readonly declared = new Declared();
  readonly datasets = new KeyIndex();
  readonly faults: FieldFault[] = [];
  readonly remarks: FieldFault[] = [];
  /** What the store holds; undefined until it has been asked. */
  known: Known | undefined;
  /** Records are read a second time: nothing is declared anew, and nothing stands twice. */
  private replay = false;
  /** Number of the record in its table, from 0. */
  index = 0;
  /** Natural keys, which a dataset may hold once. */
  keys = naturalKeys();
  table: TableName = "datasets";
  /** `documents.csv:3`, to name the other of two records. */
  private readonly nameOf: (table: TableName, index: number) => string;

  constructor({ known, nameOf }: { known: Known | undefined; nameOf: (table: TableName, index: number) => string }) {
    this.known = known;
    this.nameOf = nameOf;
  }

  /** Every record was judged: what served only that is forgotten. */
  endJudgement(): void {
    this.replay = true;
    this.keys = naturalKeys();
    this.declared.backed = noNumbers();
  }

  report(field: string, what: DatasetFault): void {
    this.faults.push({ field, fault: what });
  }
  warn(field: string, what: DatasetFault): void {
    this.remarks.push({ field, fault: what });
  }

  private outside(): Known {
    if (this.known === undefined) throw new OutsideAsked();
    return this.known;
  }

  /** The kind of an entity of the dataset or of the store; `unjudged` where a fault stands in the way, reported elsewhere. */
  kindOf(id: string): EntityKind | "unjudged" | undefined {
    if (typeof id !== "string") return "unjudged";
    const number = this.declared.entities.get(id);
    if (number < 0) return this.outside().entities.get(id);
    return entityKinds[this.declared.kinds.at(number) as number] ?? "unjudged";
  }

  declareEntity(kind: EntityKind): void {
    if (this.replay) return;
    this.declared.kinds.push(entityKinds.indexOf(kind) >>> 0);
  }

  documentOf(id: string): { form: string; characters?: number | undefined } | undefined {
    if (typeof id !== "string") return undefined;
    const number = this.declared.documents.get(id);
    if (number < 0) return this.outside().documents.get(id);
    const characters = this.declared.lengths.at(number) as number;
    const form = formNames[this.declared.forms.at(number) as number] ?? "";
    return characters === lengthUnknown ? { form } : { form, characters };
  }

  declareDocument({ form, characters }: Dataset["documents"][number]): void {
    if (this.replay) return;
    this.declared.forms.push(formNames.indexOf(form) >>> 0);
    this.declared.lengths.push(characters ?? lengthUnknown);
  }

  declareParagraph({ document, start, end }: { document: number; start: number; end: number }): void {
    if (this.replay) return;
    this.declared.paragraphPlaces.document.push(document >>> 0);
    this.declared.paragraphPlaces.start.push(start);
    this.declared.paragraphPlaces.end.push(end);
  }

  /** Where a paragraph of the dataset stands; `document` is the number of its document. */
  paragraphOf(id: string): { document: number; start: number; end: number } | undefined {
    const number = this.declared.paragraphs.get(id);
    const { document, start, end } = this.declared.paragraphPlaces;
    const [of, from, to] = [document.at(number), start.at(number), end.at(number)];
    return of === undefined || from === undefined || to === undefined ? undefined : { document: of, start: from, end: to };
  }

  declareClaim(table: "statements" | "metrics", status: Status): void {
    if (this.replay) return;
    this.declared.statuses[table].push(statusNames.indexOf(status) >>> 0);
    this.declared.backed[table].push(0);
  }

  /** The status of a statement or metric of the dataset, which is marked as backed by evidence. */
  backClaim(id: string): Status | undefined {
    for (const table of ["statements", "metrics"] as const) {
      const number = this.declared[table].get(id);
      if (number < 0) continue;
      this.declared.backed[table].set(number, 1);
      return statusNames[this.declared.statuses[table].at(number) as number];
    }
    return undefined;
  }

  /** Where the first record of this table with this key stands (`documents.csv:3`), when this is a second one; else null. */
  firstOf(index: KeyIndex, key: string): string | null {
    if (this.replay || typeof key !== "string") return null;
    const first = index.offer(key, this.index);
    return first < 0 || first === this.index ? null : this.nameOf(this.table, first);
  }
}

export const noEntity = (id: string): DatasetFault => fault("no_entity", { id });
export const noDocument = (id: string): DatasetFault => fault("no_document", { id });
