import { rowTexels, type Texels } from "./columns.ts";

const integerTexture = (gl: WebGL2RenderingContext, rows: number): WebGLTexture => {
  const texture = gl.createTexture() as WebGLTexture;
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32UI, rowTexels, rows);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
};

const upload = (gl: WebGL2RenderingContext, words: Uint32Array, firstRow: number, rows: number): void => {
  const from = firstRow * rowTexels * 4;
  gl.texSubImage2D(
    gl.TEXTURE_2D,
    0,
    0,
    firstRow,
    rowTexels,
    rows,
    gl.RGBA_INTEGER,
    gl.UNSIGNED_INT,
    words.subarray(from, from + rows * rowTexels * 4),
  );
};

/** The GPU's copy of columns: brought up to date by rows. */
export class ColumnTexture {
  private texture: WebGLTexture | null = null;
  private readonly gl: WebGL2RenderingContext;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  bind(unit: number, columns: Texels): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    if (this.texture === null || columns.grown) {
      this.gl.deleteTexture(this.texture);
      this.texture = integerTexture(this.gl, columns.rows);
      columns.grown = false;
      columns.touchAll();
    } else this.gl.bindTexture(this.gl.TEXTURE_2D, this.texture);
    columns.takeDirty((firstRow, rows) => upload(this.gl, columns.words, firstRow, rows));
  }
}

/** A bit for every element, 128 of them in a texel: what a filter takes away that no code tells. */
export class BitTexture {
  private rows = 0;
  private texture: WebGLTexture | null = null;
  private held: Uint32Array | null = null;
  private readonly gl: WebGL2RenderingContext;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  /** Uploads only what it does not hold yet; beyond the end of `bits` no bit is set. */
  bind(unit: number, bits: Uint32Array): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    const perRow = 4 * rowTexels;
    const rows = Math.max(1, Math.ceil(bits.length / perRow));
    if (this.texture === null || rows > this.rows) {
      this.gl.deleteTexture(this.texture);
      this.rows = rows;
      this.texture = integerTexture(this.gl, rows);
      this.held = null;
    } else this.gl.bindTexture(this.gl.TEXTURE_2D, this.texture);
    if (this.held === bits) return;
    this.held = bits;
    const whole = new Uint32Array(this.rows * perRow);
    whole.set(bits);
    upload(this.gl, whole, 0, this.rows);
  }
}

/** A list of elements to draw: index in the low 24 bits, style above. */
export class IndexTexture {
  count = 0;
  private rows = 0;
  private texture: WebGLTexture | null = null;
  private words: Uint32Array | null = null;
  private readonly gl: WebGL2RenderingContext;

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
  }

  set(entries: readonly number[]): void {
    this.count = entries.length;
    const rows = Math.ceil(entries.length / (4 * rowTexels));
    this.words = new Uint32Array(rows * 4 * rowTexels);
    this.words.set(entries);
  }

  bind(unit: number): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    const rows = this.words === null ? 0 : this.words.length / (4 * rowTexels);
    if (this.texture === null || rows > this.rows) {
      this.gl.deleteTexture(this.texture);
      this.rows = Math.max(1, rows);
      this.texture = integerTexture(this.gl, this.rows);
    } else this.gl.bindTexture(this.gl.TEXTURE_2D, this.texture);
    if (this.words !== null && rows > 0) upload(this.gl, this.words, 0, rows);
    this.words = null;
  }
}
