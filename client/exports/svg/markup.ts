const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Characters that no XML document may hold, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text from data inside an element or an attribute, of XML or HTML. */
export const escaped = (text: string): string => text.replace(forbidden, "").replace(/[&<>"']/g, (one) => entities[one] as string);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Numbers to hundredths: finer than any screen or printer shows. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** Elements that may stand without an end; HTML would take any other as left open. */
const bare = new Set(["path", "rect", "circle", "key", "meta", "img"]);

/** One element; `inside` is markup already. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, inside = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escaped(String(value))}"`)
    .join("");
  return inside === "" && bare.has(name) ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}
