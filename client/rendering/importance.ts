import type { NodeColumns } from "./columns.ts";

/** From here on, nodes are equally important. */
const top = 255;
/** Sizes are told apart by ninths of a layout unit. */
const steps = 9;

/** Nodes by how much they matter, kept up as they come. */
class Ranking {
  #order: Uint32Array = new Uint32Array(0);
  #weights: Uint8Array = new Uint8Array(0);
  readonly #weigh: (nodes: NodeColumns, into: Uint8Array, from: number) => void;

  constructor(weigh: (nodes: NodeColumns, into: Uint8Array, from: number) => void) {
    this.#weigh = weigh;
  }

  forget(): void {
    this.#order = new Uint32Array(0);
  }

  /** The largest first, equal ones in their order; a few new ones are put in between. */
  order(nodes: NodeColumns): Uint32Array {
    const { count } = nodes;
    const order = this.#order;
    if (order.length === count) return order;
    const few = count > order.length && count - order.length < order.length / 8;
    const from = few ? order.length : 0;
    if (this.#weights.length < count) {
      const longer = new Uint8Array(Math.ceil(count * 1.25));
      longer.set(this.#weights);
      this.#weights = longer;
    }
    this.#weigh(nodes, this.#weights, from);
    const sorted = byWeight(this.#weights, from, count);
    this.#order = few ? inserted(order, sorted, this.#weights) : sorted;
    return this.#order;
  }
}

/** Nodes by degree, or by what else they are sized by. Both orders are kept: one may be asked for as soon as the other. */
export class Importance {
  readonly #byDegree = new Ranking(({ count, degree }, into, from) => {
    for (let node = from; node < count; node += 1) into[node] = Math.min(top, degree[node] as number);
  });
  readonly #bySize = new Ranking(({ count, floats }, into, from) => {
    for (let node = from; node < count; node += 1) into[node] = Math.min(top, ((floats[4 * node + 2] as number) * steps + 0.5) | 0);
  });

  forget(): void {
    this.#byDegree.forget();
    this.#bySize.forget();
  }

  /** After radii have changed. */
  forgetSizes(): void {
    this.#bySize.forget();
  }

  order(nodes: NodeColumns): Uint32Array {
    return (nodes.sized ? this.#bySize : this.#byDegree).order(nodes);
  }
}

/** The nodes from `first` up to `end`, by counting. */
function byWeight(weights: Uint8Array, first: number, end: number): Uint32Array {
  const starts = new Uint32Array(top + 2);
  for (let i = first; i < end; i += 1) {
    const after = top - (weights[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let r = 0; r <= top; r += 1) starts[r + 1] = (starts[r + 1] as number) + (starts[r] as number);
  const order = new Uint32Array(end - first);
  for (let i = first; i < end; i += 1) {
    const rank = top - (weights[i] as number);
    const slot = starts[rank] as number;
    order[slot] = i;
    starts[rank] = slot + 1;
  }
  return order;
}

function inserted(order: Uint32Array, added: Uint32Array, weights: Uint8Array): Uint32Array {
  const merged = new Uint32Array(order.length + added.length);
  let taken = 0;
  for (let i = 0; i < added.length; i += 1) {
    const node = added[i] as number;
    let [low, high] = [taken, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((weights[order[middle] as number] as number) >= (weights[node] as number)) low = middle + 1;
      else high = middle;
    }
    merged.set(order.subarray(taken, low), taken + i);
    merged[low + i] = node;
    taken = low;
  }
  merged.set(order.subarray(taken), taken + added.length);
  return merged;
}
