import type { Mention } from "../names/mention.ts";
import { divisionNamed, parentOf } from "../regions/gazetteer.ts";
import type { Home } from "./places.ts";

const regional = /(?:全市|该市|我市|本市|全县|该县|我县|本县|全区|该区|我区|本区|全省|我省|该省)(?!级|属|长|委)/g;
const bodies =
  /(?<![省市县区])(?:省委省政府|市委市政府|县委县政府|区委区政府|市委、市政府|省委、省政府|县委、县政府|省委|市委|县委|区委|省政府|市政府|县政府|区政府|省工信厅|省发改委|省科技厅|省商务厅|市工信局|市发改委|市科技局|市商务局|市财政局|县工信局|县发改委|[省市县区](?:经信局|经信厅|工业和信息化局|工业和信息化厅|发改局|发展改革委|发展和改革委员会|财政厅|国资委|统计局|自然资源局|生态环境局|生态环境厅|行政审批局|投资促进局|市场监管局|人社局|农业农村局|税务局|金融办|能源局|住建局|招商局))(?!书记|副书记|常委|全会|办公室|组织部|宣传部|常务会|、市长)/g;

/** A zone without its city: the document's. */
const bareZone =
  /(?<![\u4e00-\u9fff国省])(?:高新区|经开区|综保区)(?![\u4e00-\u9fff]*(?:级|们))|(?<=[在于和与、落户位])(?:高新区|经开区|综保区)/g;

/** 全市, 该县, 市委, 省政府…: what they stand for in a document that is at home somewhere. Unresolved ones are no mentions. */
export function abbreviationsIn(text: string, home: Home): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(regional)) {
    const place = placeFor((match[0].at(-1) ?? "") as string, home);
    if (place) found.push(at(match.index, match[0], place.kind, place.name, place.existing));
  }
  const city = placeFor("市", home) ?? home.region;
  for (const match of city ? text.matchAll(bareZone) : [])
    if (home.park?.name.endsWith(match[0])) found.push(at(match.index, match[0], "Park", home.park.name, home.park.existing));
    else found.push(at(match.index, match[0], "Park", `${(city?.name ?? "").replace(/[市县区]$/, "")}${match[0]}`, null));
  for (const match of text.matchAll(bodies)) {
    const level = match[0][0] as string;
    const place = placeFor(level, home);
    if (place && place.kind === "Region")
      found.push(at(match.index, match[0], "Institution", `${place.name}${match[0].slice(1).replace(/、?[省市县区]政府$/, "政府")}`, null));
  }
  return found;
}

const at = (start: number, words: string, kind: Mention["kind"], name: string, existing: Mention["existing"]): Mention => ({
  start,
  end: start + words.length,
  kind,
  name,
  existing,
  confidence: 0.95,
});

/** The home, or what holds it, at the level that one character tells: 省, 市, 县, 区. */
export function placeFor(level: string, { region, park, province }: Home): Pick<Mention, "kind" | "name" | "existing"> | null {
  const named = (name: string): Pick<Mention, "kind" | "name" | "existing"> => ({ kind: "Region", name, existing: null });
  if (level === "省") return province ? named(province.name) : null;
  if (level === "区" && park) return park;
  if (!region) return null;
  const division = divisionNamed(region.name);
  if (!division) return region.name.endsWith(level) ? region : null;
  if (level === "市") {
    if (division.level === "city" || region.name.endsWith("市")) return region;
    const parent = division.level === "county" ? parentOf(division) : null;
    return parent ? named(parent.name) : null;
  }
  return region.name.endsWith(level) ? region : null;
}
