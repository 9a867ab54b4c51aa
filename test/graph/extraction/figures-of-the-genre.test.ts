import { describe, expect, it } from "vitest";
import { exact } from "#graph/extraction/figures/numerals.ts";
import { rows } from "./genre.ts";
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

for (const [what, table] of Object.entries(rows))
  describe(what, () => {
    for (const [text, figures, published = "2025-03-20"] of table)
      it(`reads: ${text}`, () => {
        expect(said(`${opening}\n${text}`, published).sort()).toEqual(figures.map(plain).sort());
      });
  });
