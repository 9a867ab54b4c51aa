import type { Unit } from "#graph/vocabulary/measures.ts";

export type Dimension = "money" | "ratio" | "points" | "count" | "mass" | "pieces" | "area" | "energy" | "power";

export interface PrintedUnit {
  readonly dimension: Dimension;
  readonly unit: Unit;
  /** Of the base unit in one printed unit. */
  readonly factor: number;
  /** The base unit where the figure is said for a year. */
  readonly yearly?: Unit;
}

const count = (unit: Unit): PrintedUnit => ({ dimension: "count", unit, factor: 1 });
const pieces: PrintedUnit = { dimension: "pieces", unit: "个", factor: 1, yearly: "pcs/a" };

/** Units as they are printed, longest first where one begins another. */
export const printedUnits: Readonly<Record<string, PrintedUnit>> = {
  美元: { dimension: "money", unit: "USD", factor: 1 },
  人民币: { dimension: "money", unit: "CNY", factor: 1 },
  元: { dimension: "money", unit: "CNY", factor: 1 },
  个百分点: { dimension: "points", unit: "%", factor: 1 },
  百分点: { dimension: "points", unit: "%", factor: 1 },
  "%": { dimension: "ratio", unit: "%", factor: 1 },
  "％": { dimension: "ratio", unit: "%", factor: 1 },
  "‰": { dimension: "ratio", unit: "%", factor: 0.1 },
  成: { dimension: "ratio", unit: "%", factor: 10 },
  平方公里: { dimension: "area", unit: "km²", factor: 1 },
  平方千米: { dimension: "area", unit: "km²", factor: 1 },
  平方米: { dimension: "area", unit: "km²", factor: 1e-6, yearly: "m²/a" },
  平米: { dimension: "area", unit: "km²", factor: 1e-6, yearly: "m²/a" },
  平方: { dimension: "area", unit: "km²", factor: 1e-6, yearly: "m²/a" },
  公顷: { dimension: "area", unit: "km²", factor: 0.01 },
  亩: { dimension: "area", unit: "亩", factor: 1 },
  吉瓦时: { dimension: "energy", unit: "GWh/a", factor: 1, yearly: "GWh/a" },
  GWh: { dimension: "energy", unit: "GWh/a", factor: 1, yearly: "GWh/a" },
  GWH: { dimension: "energy", unit: "GWh/a", factor: 1, yearly: "GWh/a" },
  Gwh: { dimension: "energy", unit: "GWh/a", factor: 1, yearly: "GWh/a" },
  MWh: { dimension: "energy", unit: "GWh/a", factor: 1e-3, yearly: "GWh/a" },
  兆瓦时: { dimension: "energy", unit: "GWh/a", factor: 1e-3, yearly: "GWh/a" },
  千瓦时: { dimension: "energy", unit: "GWh/a", factor: 1e-6, yearly: "GWh/a" },
  kWh: { dimension: "energy", unit: "GWh/a", factor: 1e-6, yearly: "GWh/a" },
  度电: { dimension: "energy", unit: "GWh/a", factor: 1e-6, yearly: "GWh/a" },
  吉瓦: { dimension: "power", unit: "MW", factor: 1000 },
  GW: { dimension: "power", unit: "MW", factor: 1000 },
  兆瓦: { dimension: "power", unit: "MW", factor: 1 },
  MW: { dimension: "power", unit: "MW", factor: 1 },
  千瓦: { dimension: "power", unit: "MW", factor: 1e-3 },
  kw: { dimension: "power", unit: "MW", factor: 1e-3 },
  kW: { dimension: "power", unit: "MW", factor: 1e-3 },
  公吨: { dimension: "mass", unit: "t", factor: 1, yearly: "t/a" },
  吨: { dimension: "mass", unit: "t", factor: 1, yearly: "t/a" },
  千克: { dimension: "mass", unit: "t", factor: 1e-3, yearly: "t/a" },
  人次: count("人次"),
  人: count("人"),
  名: count("人"),
  位: count("人"),
  家: count("家"),
  户: count("户"),
  栋: count("栋"),
  幢: count("栋"),
  家次: count("家"),
  条: count("条"),
  个: count("个"),
  项: count("个"),
  座: count("个"),
  所: count("个"),
  处: count("个"),
  类: count("个"),
  种: count("个"),
  间: count("个"),
  场: count("个"),
  款: count("个"),
  宗: count("个"),
  批: count("个"),
  件: pieces,
  台套: pieces,
  台: pieces,
  套: pieces,
  辆: pieces,
  支: pieces,
  只: pieces,
  颗: pieces,
  片: pieces,
  双: pieces,
  块: pieces,
  头: pieces,
  根: pieces,
  枚: pieces,
  瓶: pieces,
  箱: pieces,
  盒: pieces,
  部: pieces,
  艘: pieces,
  架: pieces,
  组: pieces,
  张: pieces,
};
