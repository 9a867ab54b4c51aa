import type { Part } from "./part.ts";
import type { Rooms } from "./separate.ts";

/** How far places follow their rank instead of what the forces found, 0 to 1. */
const evenness = 0.6;
/** How many times the room of all nodes the whole takes. */
const looseness = 1.2;

/**
 * Forces leave dense hearts and thin arms. This draws the picture toward an even spread over a rectangle of the given aspect,
 * just large enough for nodes and names: along each axis places move toward their rank, so that left stays left and above stays above.
 */
export function fill(part: Part, rooms: Rooms, aspect: number): void {
  let needed = 0;
  for (let i = 0; i < part.count; i += 1) needed += 2 * (rooms.half[i] as number) * ((rooms.up[i] as number) + (rooms.down[i] as number));
  const height = Math.sqrt((needed * looseness) / aspect);
  spread(part.x, height * aspect);
  spread(part.y, height);
}

function spread(values: Float64Array, length: number): void {
  const count = values.length;
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) || 1;
  // A uniform spread over `length` has a deviation of length / √12.
  const scale = length / Math.sqrt(12) / deviation;
  order.forEach((node, rank) => {
    const even = ((rank + 0.5) / count - 0.5) * length;
    const found = ((values[node] as number) - mean) * scale;
    values[node] = found + (even - found) * evenness;
  });
}
