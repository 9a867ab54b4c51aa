/** What the camera shows: layout units (y up) to CSS pixels of the container (y down). */
export interface View {
  /** Layout units at the middle of the container. */
  x: number;
  y: number;
  /** CSS pixels per layout unit; 1 is 100 %. */
  scale: number;
  /** CSS pixels. */
  width: number;
  height: number;
  dpr: number;
}

export const isSameView = (a: View, b: View): boolean =>
  a.x === b.x && a.y === b.y && a.scale === b.scale && a.width === b.width && a.height === b.height && a.dpr === b.dpr;

export interface Point {
  x: number;
  y: number;
}

export const toScreen = (view: View, x: number, y: number): Point => ({
  x: (x - view.x) * view.scale + view.width / 2,
  y: view.height / 2 - (y - view.y) * view.scale,
});

export const toWorld = (view: View, x: number, y: number): Point => ({
  x: (x - view.width / 2) / view.scale + view.x,
  y: (view.height / 2 - y) / view.scale + view.y,
});

/** CSS pixels per unit of a node's radius: nodes grow with the root of the zoom, so a far picture stays a picture. */
export const nodeScale = (scale: number): number => Math.min(2.2, Math.max(0.2, Math.sqrt(scale)));

/** No style rule makes a node larger. */
export const largestRadius = 26;

/** Drawn radius at 100 %, from the number of links in the store. */
export const nodeRadius = (degree: number): number => radii[Math.min(degree, radii.length - 1)] as number;
/** By degree, as 32-bit floats, which is how they are stored; with more links a node grows no further. */
const radii = Float32Array.from({ length: 37 }, (_, degree) => Math.min(21, 8.5 + 2.1 * Math.sqrt(degree)));
