import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exact } from "#graph/extraction/figures/numerals.ts";
import { reading } from "./reading.ts";

/** Every figure that a text states, as `op value unit period modality`; the period of a design is free. */
const said = (text: string, published: string): string[] =>
  reading(text, published).metrics.map(
    ({ op, value, unit, period, modality }) => `${op}${value} ${unit} ${modality === "design_capacity" ? "·" : period} ${modality}`,
  );

/** Gives the sentences a place that they are of. */
const opening = "吉安市工业经济一线观察，全市上下齐心协力抓发展。";

const plain = (figure: string): string =>
  figure.replace(/(-?[\d.]+)([亿万])(?= )/, (_, value: string, power: string) =>
    String(exact(Number(value) * (power === "亿" ? 1e8 : 1e4))),
  );

const [, ...sections] = readFileSync(new URL("genre.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n\n# ");

for (const section of sections) {
  const [what = "", ...lines] = section.split("\n");
  describe(what, () => {
    for (let at = 0; at < lines.length; at += 2) {
      const text = lines[at] as string;
      const [published = "", ...figures] = (lines[at + 1] as string).trim().split("; ");
      it(`states: ${text}`, () => {
        expect(said(`${opening}\n${text}`, published).sort()).toEqual(figures.map(plain).sort());
      });
    }
  });
}
