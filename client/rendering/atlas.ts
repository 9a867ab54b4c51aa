import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import type { Language } from "./interface.ts";

const cell = 64;
const cells = 16;
export const sans = '"Inter Variable","Inter","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif';

/** Draws one glyph a kind into a row of cells. One Chinese character fills its cell more than two Latin letters. */
export function paintGlyphs(language: Language): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = cell * cells;
  canvas.height = cell;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = "#fff";
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.font = language === "zh" ? `600 41px ${sans}` : `650 31px ${sans}`;
  entityKinds.forEach((kind, index) => {
    const glyph = kinds[kind].glyph[language];
    const box = context.measureText(language === "zh" ? glyph : "Co");
    // Centred by the ink, not by the line: fonts differ in where they put the line.
    const baseline = cell / 2 + (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2;
    context.fillText(glyph, (index + 0.5) * cell, baseline);
  });
  return canvas;
}

export function glyphTexture(gl: WebGL2RenderingContext, glyphs: HTMLCanvasElement): WebGLTexture {
  const texture = gl.createTexture() as WebGLTexture;
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, glyphs);
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}
