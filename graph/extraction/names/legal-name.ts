import { regionSurfaces } from "../regions/gazetteer.ts";

const form = /(?:（[^（）]*）)|(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司)$/g;
const trade = /(?:科技|实业|控股|集团|股份)$/;

/** 江西金屹锂业有限公司 → 金屹锂业: what is left of a legal name without its place and form. */
export function coreOf(name: string): string {
  if (last.name !== name) last = { name, core: stripped(name) };
  return last.core;
}

/** A name is asked for many times in a row, against each other name of a text. */
let last = { name: "", core: "" };

function stripped(name: string): string {
  const core = name.replace(/（[\u4e00-\u9fff]{2,4}）/, "").replace(form, "");
  for (let length = Math.min(8, core.length - 3); length >= 2; length--)
    if (regionSurfaces.has(core.slice(0, length))) return core.slice(length);
  return core;
}

/** Whether a short name is that of a legal one: the same once place and form are off, never a shared beginning. */
export function isShortFor(short: string, full: string): boolean {
  if (!full.endsWith("公司") || short === full) return false;
  const core = coreOf(full);
  const plain = short.replace(/公司$/, "");
  return core === plain || (trade.test(core) && core.replace(trade, "") === plain && plain.length >= 3) || full.replace(form, "") === plain;
}
