import { entityKinds, families, kinds } from "#graph/vocabulary/kinds.ts";
import { weakConfidence } from "#graph/vocabulary/marks.ts";
import { relations, relationTypes } from "#graph/vocabulary/relations.ts";
import type { DrawnEdges, DrawnNodes } from "./interface.ts";
import { nodeRadius } from "./view.ts";

/** Texels of a row: textures are this wide, and a row is what one change uploads. */
export const rowTexels = 1024;
const words = 4;

export const shapes = ["circle", "hexagon", "square", "diamond", "sheet"] as const;
const shapeOfKind = entityKinds.map((kind) => shapes.indexOf(families[kinds[kind].family].shape));
const symmetricType = relationTypes.map((type) => "symmetric" in relations[type]);

/** Bits of a node's fourth word: kind 0–3, shape 4–6, then these. */
export const nodeHidden = 1 << 8;
export const nodePinned = 1 << 9;
export const nodeStacked = 1 << 10;
/** A tone's code, four bits from here. */
export const toneShift = 16;
/** Bits of an edge's third word: type 0–5, status 6–7, then these; its bend in half steps, plus 128, in 16–23. */
export const edgeWeak = 1 << 8;
export const edgeSymmetric = 1 << 9;
export const edgeBundle = 1 << 10;
/** It holds no longer. */
export const edgeEnded = 1 << 11;

/** Four 32-bit words a row element, the truth that the GPU's texture copies; growing keeps a quarter spare. */
export class Texels {
  words = new Uint32Array(rowTexels * words);
  /** The same bytes as floats. */
  floats = new Float32Array(this.words.buffer);
  count = 0;
  /** Set when the texture must be made anew, because the columns outgrew it. */
  grown = true;
  private dirtyRows = new Uint8Array(1);
  /** From this count on it is time to grow before the room is needed. */
  private comfortable = 0.75 * rowTexels;

  get rows(): number {
    return this.dirtyRows.length;
  }
  /** Elements that there is room for. */
  get room(): number {
    return this.rows * rowTexels;
  }

  /** Makes more room when three quarters of the spare room are used up: costs a copy and a new texture, so it belongs into idle time. */
  growAhead(): boolean {
    if (this.count <= this.comfortable) return false;
    this.grow(this.count);
    return true;
  }

  reserve(count: number): void {
    if (count > this.room) this.grow(count);
  }

  private grow(count: number): void {
    const rows = Math.max(this.rows + 1, Math.ceil((count * 1.25) / rowTexels));
    const bigger = new Uint32Array(rows * rowTexels * words);
    bigger.set(this.words.subarray(0, this.count * words));
    this.words = bigger;
    this.floats = new Float32Array(bigger.buffer);
    this.dirtyRows = new Uint8Array(rows);
    this.comfortable = count + 0.75 * (rows * rowTexels - count);
    this.grown = true;
  }

  /** Forgets all elements and keeps the room. */
  clear(): void {
    this.count = 0;
  }

  touch(from: number, to: number): void {
    if (to > from) this.dirtyRows.fill(1, Math.floor(from / rowTexels), Math.floor((to - 1) / rowTexels) + 1);
  }

  /** `touch` for one element, in a pass over many. */
  protected touchOne(at: number): void {
    this.dirtyRows[Math.floor(at / rowTexels)] = 1;
  }

  touchAll(): void {
    this.touch(0, this.count);
  }

  /** Calls back with each run of adjacent changed rows, and forgets them. */
  takeDirty(upload: (firstRow: number, rowCount: number) => void): void {
    let row = this.dirtyRows.indexOf(1);
    while (row >= 0) {
      let end = row;
      while (this.dirtyRows[end] === 1) end += 1;
      this.dirtyRows.fill(0, row, end);
      upload(row, end - row);
      row = this.dirtyRows.indexOf(1, end);
    }
  }
}

/** x, y, radius at 100 %, bits. */
export class NodeColumns extends Texels {
  id: string[] = [];
  name: string[] = [];
  nameEn: (string | null)[] = [];
  /** Links in the store. */
  degree = new Uint32Array(0);
  /** Whether radii say something else than the degree. */
  sized = false;

  override clear(): void {
    super.clear();
    this.id = [];
    this.name = [];
    this.nameEn = [];
    this.sized = false;
  }

  append(nodes: DrawnNodes, positions: Float32Array): void {
    const first = this.count;
    const total = first + nodes.id.length;
    this.reserve(total);
    if (this.degree.length < total) {
      const bigger = new Uint32Array(this.room);
      bigger.set(this.degree);
      this.degree = bigger;
    }
    for (let i = 0; i < nodes.id.length; i += 1) {
      const node = first + i;
      const kind = nodes.kind[i] as number;
      const degree = nodes.degree[i] as number;
      this.id.push(nodes.id[i] as string);
      this.name.push(nodes.name[i] as string);
      this.nameEn.push(nodes.nameEn[i] ?? null);
      this.degree[node] = degree;
      this.floats[4 * node] = positions[2 * i] as number;
      this.floats[4 * node + 1] = positions[2 * i + 1] as number;
      this.floats[4 * node + 2] = nodeRadius(degree);
      this.words[4 * node + 3] = kind | ((shapeOfKind[kind] ?? 0) << 4);
    }
    this.count = total;
    this.touch(first, total);
  }

  x(node: number): number {
    return this.floats[4 * node] as number;
  }
  y(node: number): number {
    return this.floats[4 * node + 1] as number;
  }
  radius(node: number): number {
    return this.floats[4 * node + 2] as number;
  }
  kind(node: number): number {
    return (this.words[4 * node + 3] as number) & 15;
  }
  isHidden(node: number): boolean {
    return ((this.words[4 * node + 3] as number) & nodeHidden) !== 0;
  }

  move(node: number, x: number, y: number): void {
    this.floats[4 * node] = x;
    this.floats[4 * node + 1] = y;
    this.touchOne(node);
  }

  /** Sets or clears one of a node's bits; a node that is not there yet has none. */
  mark(node: number, bit: number, on: boolean): void {
    if (node >= this.count) return;
    const bits = this.words[4 * node + 3] as number;
    this.words[4 * node + 3] = on ? bits | bit : bits & ~bit;
    this.touch(node, node + 1);
  }

  /** Gives each node its radius and its tone, or where there is none what it has without a style; touches what changes. */
  style(radius: Float32Array | null, tone: Uint8Array | null): void {
    const wasSized = this.sized;
    this.sized = radius !== null;
    if (wasSized || this.sized) this.resize(radius ?? new Float32Array(0));
    this.tint(tone ?? new Uint8Array(0));
  }

  private resize(radii: Float32Array): void {
    const { floats, degree, count } = this;
    for (let node = 0; node < count; node += 1) {
      // Stored as 32-bit floats.
      const wide = node < radii.length ? (radii[node] as number) : nodeRadius(degree[node] as number);
      if (wide === floats[4 * node + 2]) continue;
      floats[4 * node + 2] = wide;
      this.touchOne(node);
    }
  }

  private tint(tones: Uint8Array): void {
    const { words, count } = this;
    for (let node = 0; node < count; node += 1) {
      const bits = words[4 * node + 3] as number;
      const code = node < tones.length ? (tones[node] as number) : 0;
      const next = (bits & ~(15 << toneShift)) | (code << toneShift);
      if (next === bits) continue;
      words[4 * node + 3] = next;
      this.touchOne(node);
    }
  }

  /** A copy, x, y pairs. */
  positions(): Float32Array {
    const pairs = new Float32Array(2 * this.count);
    for (let i = 0; i < this.count; i += 1) {
      pairs[2 * i] = this.x(i);
      pairs[2 * i + 1] = this.y(i);
    }
    return pairs;
  }
}

/** source, target, bits, confidence. */
export class EdgeColumns extends Texels {
  id: string[] = [];

  override clear(): void {
    super.clear();
    this.id = [];
  }

  append(edges: DrawnEdges): void {
    const first = this.count;
    const total = first + edges.id.length;
    this.reserve(total);
    for (let i = 0; i < edges.id.length; i += 1) {
      const edge = first + i;
      const type = edges.type[i] as number;
      const status = edges.status[i] as number;
      const confidence = edges.confidence[i] as number;
      const weak = status === 1 && confidence < weakConfidence - 1e-6 ? edgeWeak : 0;
      const bundle = (edges.bundle?.[i] === 1 ? edgeBundle : 0) | (edges.ended?.[i] === 1 ? edgeEnded : 0);
      this.id.push(edges.id[i] as string);
      this.words[4 * edge] = edges.source[i] as number;
      this.words[4 * edge + 1] = edges.target[i] as number;
      this.words[4 * edge + 2] = type | (status << 6) | weak | (symmetricType[type] ? edgeSymmetric : 0) | bundle | (128 << 16);
      this.floats[4 * edge + 3] = confidence;
    }
    this.count = total;
    this.touch(first, total);
  }

  source(edge: number): number {
    return this.words[4 * edge] as number;
  }
  target(edge: number): number {
    return this.words[4 * edge + 1] as number;
  }
  type(edge: number): number {
    return (this.words[4 * edge + 2] as number) & 63;
  }
  status(edge: number): number {
    return ((this.words[4 * edge + 2] as number) >> 6) & 3;
  }
  confidence(edge: number): number {
    return this.floats[4 * edge + 3] as number;
  }
  isEnded(edge: number): boolean {
    return ((this.words[4 * edge + 2] as number) & edgeEnded) !== 0;
  }
  isBundle(edge: number): boolean {
    return ((this.words[4 * edge + 2] as number) & edgeBundle) !== 0;
  }
  /** In half steps, seen from source to target; 0 is straight. */
  bend(edge: number): number {
    return (((this.words[4 * edge + 2] as number) >> 16) & 255) - 128;
  }

  setBend(edge: number, halfSteps: number): void {
    const bits = (this.words[4 * edge + 2] as number) & ~(255 << 16);
    this.words[4 * edge + 2] = bits | ((Math.max(-127, Math.min(127, halfSteps)) + 128) << 16);
    this.touch(edge, edge + 1);
  }
}
