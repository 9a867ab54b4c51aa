import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const builtIn = new Set(["9", "10"]);
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Numbers of the cell styles that show a number as a percentage. */
function percentStyles(styles: string): Set<string> {
  const formats = new Set(builtIn);
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]*>/g)) {
    const id = attribute(tag, "numFmtId");
    if (id !== undefined && attribute(tag, "formatCode")?.includes("%")) formats.add(id);
  }
  const cellFormats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? "";
  const found = new Set<string>();
  for (const [at, [tag]] of [...cellFormats.matchAll(/<xf\s[^>]*>/g)].entries())
    if (formats.has(attribute(tag, "numFmtId") ?? "")) found.add(String(at));
  return found;
}

/**
 * A workbook in which cells formatted as percentages say what they show: a spreadsheet keeps 13% as 0.13, and the reader of workbooks
 * does not tell the two apart. The bytes are returned as they came when no such format is in use.
 */
export function percentagesAsText(bytes: Uint8Array): Uint8Array {
  const styles = unzipSync(bytes, { filter: ({ name }) => name === "xl/styles.xml" })["xl/styles.xml"];
  const percent = styles === undefined ? new Set<string>() : percentStyles(strFromU8(styles));
  if (percent.size === 0) return bytes;
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const told = strFromU8(content).replace(
      /<c\s([^>]*)>((?:<f[^>]*>[^<]*<\/f>|<f[^>]*\/>)?)<v>([^<]*)<\/v>/g,
      (cell, attributes: string, formula: string, value: string) => {
        const type = attribute(` ${attributes}`, "t") ?? "n";
        const style = attribute(` ${attributes}`, "s");
        if (type !== "n" || style === undefined || !percent.has(style) || !Number.isFinite(Number(value))) return cell;
        const own = attributes.replace(/\s?t="[^"]*"/, "");
        return `<c ${own} t="str">${formula}<v>${Number((Number(value) * 100).toPrecision(15))}%</v>`;
      },
    );
    files[name] = strToU8(told);
  }
  return zipSync(files, { level: 0 });
}
