/** What a layout is given. Columns by node and by edge; lengths are layout units, in which a label of five characters is about 60 wide. */
export interface LayoutInput {
  count: number;
  /** Drawn radius by node. */
  radius: Float32Array;
  /** Index into `entityKinds` by node. */
  kind: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  /** Index into `relationTypes` by edge. */
  type: Uint8Array;
  /** By edge, default 1. */
  weight?: Float32Array;
  /** Rows of the selected nodes. */
  selected: Uint32Array;
  /** Where a node stands on its chain: an index into `stages`, or 255 where no source says; null: nobody asked. */
  stage: Uint8Array | null;
  /** Where nodes are now, x, y pairs; NaN marks one without a place; null: start anew. */
  positions: Float32Array | null;
  /** 1 marks a node that keeps its place; null: none does. */
  fixed: Uint8Array | null;
  /** Width / height of the viewport. */
  aspect: number;
  seed: number;
}

export interface LayoutRun {
  signal: { readonly aborted: boolean };
  /** Called often; `current` makes the x, y pairs of the unfinished layout, for whoever wants them now. */
  onProgress(current: () => Float32Array): void;
}

/** What is drawn behind the nodes to read a layout by: a lane, its columns, the circle of a park. In layout units. */
export type Guide =
  | { shape: "circle"; x: number; y: number; radius: number; title: GuideTitle | null }
  | { shape: "box"; x: number; y: number; width: number; height: number; title: GuideTitle | null };

/** The name of a node (its row), or a word in both languages. */
export type GuideTitle = { node: number } | { zh: string; en: string };

export interface Placement {
  /** x, y pairs. */
  positions: Float32Array;
  guides: readonly Guide[];
}

/** One way to place nodes, as one declarative object. Same input, same output. */
export interface Layout {
  id: string;
  label: { zh: string; en: string };
  /** What it reads beyond the columns; fetched before it runs. */
  needs?: "stages";
  /** Yields to the event loop between slices, so that an abort can arrive. */
  run(input: LayoutInput, run: LayoutRun): Promise<Placement>;
}

/** A layout that places some nodes and leaves the others where they are. */
export function keepFixed({ positions, fixed, count }: LayoutInput, answer: Float32Array): Float32Array {
  if (positions === null || fixed === null) return answer;
  for (let node = 0; node < count; node += 1) if (fixed[node] === 1) answer.set(positions.subarray(2 * node, 2 * node + 2), 2 * node);
  return answer;
}
