import type { StyleFiguresAnswer, StyleGroupsAnswer } from "#graph/model/style-values.ts";
import { entityKinds } from "#graph/vocabulary/kinds.ts";

/**
 * An answer of the store beside the loaded graph: for each node its row in the answer, or none. Looking ids up is the dear part, so it is
 * done once a node, in portions; the rules then only pass over numbers.
 */
export class JoinedValues {
  /** Row of the answer by node; -1 where it has none. */
  row = new Int32Array(0);
  /** By index of the kind, 1 where the property can be known of it. */
  readonly able: Uint8Array;
  readonly answer: StyleFiguresAnswer | StyleGroupsAnswer;
  readonly figures: StyleFiguresAnswer | null;
  readonly groups: StyleGroupsAnswer | null;
  private readonly ids: readonly string[];
  private readonly rowOf = new Map<string, number>();
  private indexed = 0;
  private joined = 0;

  constructor(answer: StyleFiguresAnswer | StyleGroupsAnswer) {
    this.answer = answer;
    this.figures = "measure" in answer ? answer : null;
    this.groups = "by" in answer ? answer : null;
    this.ids = answer.values.id;
    this.able = Uint8Array.from(entityKinds, (kind) => (answer.kinds.includes(kind) ? 1 : 0));
  }

  /** Takes in at most `portion` more ids; true once all nodes of the graph have their row. */
  advance({ nodes, nodeCount }: { nodes: { id: readonly string[] }; nodeCount: number }, portion: number): boolean {
    let left = portion;
    for (; this.indexed < this.ids.length && left > 0; left -= 1) {
      this.rowOf.set(this.ids[this.indexed] as string, this.indexed);
      this.indexed += 1;
    }
    if (this.indexed < this.ids.length) return false;
    if (this.row.length < nodeCount) {
      const longer = new Int32Array(Math.ceil(nodeCount * 1.25)).fill(-1);
      longer.set(this.row);
      this.row = longer;
    }
    for (; this.joined < nodeCount && left > 0; left -= 1) {
      this.row[this.joined] = this.rowOf.get(nodes.id[this.joined] as string) ?? -1;
      this.joined += 1;
    }
    return this.joined >= nodeCount;
  }
}
