/** What a layout is given. Columns by node and by edge; lengths are layout units, in which a label of five characters is about 60 wide. */
export interface LayoutInput {
  count: number;
  /** Drawn radius by node. */
  radius: Float32Array;
  /** Index into `entityKinds` by node. */
  kind: Uint8Array;
  source: Uint32Array;
  target: Uint32Array;
  /** By edge, default 1. */
  weight?: Float32Array;
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

/** One way to place nodes, as one declarative object. Same input, same output. */
export interface Layout {
  id: string;
  label: { zh: string; en: string };
  /** x, y pairs. Yields to the event loop between slices, so that an abort can arrive. */
  run(input: LayoutInput, run: LayoutRun): Promise<Float32Array>;
}
