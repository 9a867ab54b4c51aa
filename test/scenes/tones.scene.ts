import { graphOf, type NodeRow, type Scene } from "#client/playground/scene.ts";
import { toneCode, tones } from "#client/rendering/tones.ts";

const families = ["Company", "IndustrialChain", "Park", "Project", "Policy"] as const;
const rows = tones.flatMap((tone, column) =>
  families.map((kind, row): NodeRow => [row === 4 ? tone : "", kind, column * 62, -row * 70, 0, row === 4 ? tone : ""]),
);
const lowest = tones.length * families.length;
const confidences = [0.5, 0.7, 0.85, 0.95, 1];

const scene: Scene = {
  title: "Every tone on every shape, radii from a measure, and lines as thick as their statements are sure",
  graph: graphOf(
    [
      ...rows,
      ...confidences.flatMap((confidence, at): NodeRow[] => [
        [String(confidence), "Company", at * 165, -390],
        ["", "IndustrialChain", at * 165 + 100, -390],
      ]),
    ],
    confidences.map((confidence, at) => [
      lowest + 2 * at,
      "PART_OF_CHAIN",
      lowest + 2 * at + 1,
      confidence < 1 ? "inferred" : "stated",
      confidence,
    ]),
  ),
  thickness: "confidence",
  state(canvas) {
    canvas.setStyle({
      tone: Uint8Array.from(rows, (_, at) => toneCode(tones[Math.floor(at / families.length)] ?? "neutral")),
      radius: Float32Array.from(rows, (_, at) => 7 + 4 * (at % families.length)),
      thickness: "confidence",
    });
  },
};
export default scene;
