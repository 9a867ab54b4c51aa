import { keepFixed, type Layout } from "./layout.ts";

const cell = { width: 78, height: 54 };
const between = 34;

/** One block a kind, blocks in rows that come near to the aspect of the viewport; inside, the largest first. What is fixed keeps its place. */
export const grid: Layout = {
  id: "grid",
  label: { zh: "按类别排列", en: "Grid by kind" },
  async run(input) {
    const { count, kind, radius, aspect } = input;
    const byKind = new Map<number, number[]>();
    for (let node = 0; node < count; node += 1) {
      const members = byKind.get(kind[node] as number) ?? [];
      members.push(node);
      byKind.set(kind[node] as number, members);
    }
    const blocks = [...byKind.entries()]
      .sort((a, b) => a[0] - b[0])
      .map(([, members]) => members.sort((a, b) => (radius[b] as number) - (radius[a] as number) || a - b));
    const rowWidth = Math.sqrt(count * cell.width * cell.height * aspect) * 1.15 + cell.width;
    const placed = new Float32Array(2 * count);
    let [x, y, tallest] = [0, 0, 0];
    for (const members of blocks) {
      const columns = Math.max(
        1,
        Math.min(Math.floor(rowWidth / cell.width), Math.ceil(Math.sqrt((members.length * cell.height) / cell.width))),
      );
      if (x > 0 && x + columns * cell.width > rowWidth) {
        x = 0;
        y -= tallest + between;
        tallest = 0;
      }
      members.forEach((node, at) => {
        placed[2 * node] = x + (at % columns) * cell.width;
        placed[2 * node + 1] = y - Math.floor(at / columns) * cell.height;
      });
      tallest = Math.max(tallest, Math.ceil(members.length / columns) * cell.height);
      x += columns * cell.width + between;
    }
    return { positions: keepFixed(input, placed), guides: [] };
  },
};
