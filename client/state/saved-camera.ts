import type { SavedCamera } from "#graph/model/view.ts";

interface Camera {
  x: number;
  y: number;
  ratio: number;
}

interface Size {
  width: number;
  height: number;
}

/** From where the picture is looked at, with the size of the window it is seen in. */
export const savedCamera = ({ x, y, ratio }: Camera, { width, height }: Size): SavedCamera => ({
  x,
  y,
  ratio: Math.min(1e6, Math.max(1e-6, ratio)),
  width,
  height,
});

/** The same view in another window: a smaller one looks from further away, so that nothing that was seen is cut. */
export const cameraFor = ({ x, y, ratio, width, height }: SavedCamera, size: Size): Camera => ({
  x,
  y,
  ratio: ratio * Math.max(1, width / size.width, height / size.height),
});
