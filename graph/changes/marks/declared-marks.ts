import { GrowingNumbers } from "#graph/dataset/growing.ts";
import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { HashMarks } from "./hash-marks.ts";
import { Texts } from "./texts.ts";

/** Documents, entities or constraints of a store, with the dataset that each belongs to. */
export class DeclaredMarks extends HashMarks {
  private readonly names = new Texts();
  private readonly datasets = new GrowingNumbers();

  add({ dataset, ...mark }: { id: string; hash: string; dataset: string }): void {
    this.mark(mark);
    this.datasets.push(this.names.add(dataset));
  }

  /** Tells of a record whether it belongs to one of these datasets. */
  belongingTo(datasets: ReadonlySet<string>): (number: number) => boolean {
    const among = Array.from({ length: this.names.size }, (_, number) => datasets.has(this.names.at(number)));
    return (number) => among[this.datasets.at(number) as number] === true;
  }

  datasetOf(number: number): string {
    return this.names.at(this.datasets.at(number) as number);
  }
}

/** Entities, which also have a kind. */
export class EntityMarks extends DeclaredMarks {
  private readonly kinds = new GrowingNumbers();

  addEntity({ kind, ...mark }: { id: string; hash: string; kind: EntityKind; dataset: string }): void {
    this.add(mark);
    this.kinds.push(entityKinds.indexOf(kind));
  }

  /** Undefined for an entity that the store does not hold. */
  kindOf(id: string): EntityKind | undefined {
    return entityKinds[this.kinds.at(this.numberOf(id)) ?? -1];
  }
}
