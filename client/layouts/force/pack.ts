export interface Box {
  width: number;
  height: number;
}

/**
 * Places boxes side by side, the first (largest) first, so that the whole comes near to an aspect of width / height.
 * Each goes to the free corner that lets the whole grow least. Answers the lower left corner of each.
 */
export function pack(boxes: readonly Box[], aspect: number): { x: number; y: number }[] {
  const placed: { x: number; y: number; width: number; height: number }[] = [];
  let corners: { x: number; y: number }[] = [{ x: 0, y: 0 }];
  let [width, height] = [0, 0];
  for (const box of boxes) {
    let best = { x: 0, y: 0, cost: Infinity };
    for (const corner of corners) {
      const clashes = placed.some(
        (other) =>
          corner.x < other.x + other.width &&
          other.x < corner.x + box.width &&
          corner.y < other.y + other.height &&
          other.y < corner.y + box.height,
      );
      if (clashes) continue;
      const reach = Math.max(Math.max(width, corner.x + box.width) / aspect, Math.max(height, corner.y + box.height));
      const cost = reach + (corner.x / aspect + corner.y) * 1e-3;
      if (cost < best.cost) best = { ...corner, cost };
    }
    placed.push({ x: best.x, y: best.y, ...box });
    width = Math.max(width, best.x + box.width);
    height = Math.max(height, best.y + box.height);
    corners = [
      ...corners.filter((corner) => corner.x !== best.x || corner.y !== best.y),
      { x: best.x + box.width, y: best.y },
      { x: best.x, y: best.y + box.height },
    ].slice(-400);
  }
  return placed.map(({ x, y }) => ({ x, y }));
}
