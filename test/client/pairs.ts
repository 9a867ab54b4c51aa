import type { PlaceColumn } from "#client/columns/place-column.ts";

/** x, y pairs of the first so many nodes; NaN: no place. */
export const pairsOf = (places: PlaceColumn, count: number): number[] =>
  Array.from({ length: 2 * count }, (_, at) => (at % 2 === 0 ? places.x(at >> 1) : places.y(at >> 1)));
