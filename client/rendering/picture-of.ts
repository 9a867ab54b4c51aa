/** Layers as one picture on a ground of its own, copied before the browser takes what was drawn. */
export function pictureOf(layers: readonly HTMLCanvasElement[], ground: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = layers[0]?.width ?? 0;
  canvas.height = layers[0]?.height ?? 0;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const layer of layers) context.drawImage(layer, 0, 0);
  return canvas;
}
