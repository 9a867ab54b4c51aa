import type { ExtractedParagraph } from "../extraction.ts";
import type { Mention } from "../names/mention.ts";
import { type Division, divisionNamed, parentOf } from "../regions/gazetteer.ts";

/** Where a document is at home: what 全市, 该县 and a sentence without a subject mean. */
export interface Home {
  /** The city or county; null when the text names none. */
  readonly region: Mention | null;
  /** The zone, when the report is a zone's own. */
  readonly park: Mention | null;
  /** The province around it. */
  readonly province: Division | null;
}

const zone = /(?:高新区|经开区|开发区|高新技术产业园区|新区|综保区)$/;

/** The place named in the heading, the first sentences and most often. */
export function homeOf(text: string, mentions: readonly Mention[], paragraphs: readonly ExtractedParagraph[]): Home {
  const weights = new Map<string, { mention: Mention; weight: number }>();
  const opening = paragraphs.find((it) => it.kind === "body")?.start ?? 0;
  const add = (mention: Mention, weight: number): void => {
    const known = weights.get(mention.name);
    if (known) known.weight += weight;
    else weights.set(mention.name, { mention, weight });
  };
  for (const it of mentions) {
    const paragraph = paragraphs.find((p) => p.start <= it.start && it.end <= p.end);
    if (paragraph?.kind === "caption") continue;
    const weight = paragraph?.kind === "headline" || paragraph?.kind === "kicker" ? 6 : it.start < opening + 60 ? 3 : 1;
    if (it.kind === "Region") add(it, isActor(text, it) ? weight + 1 : weight);
    if (it.kind === "Park" && zone.test(it.name)) add(it, weight);
    for (const inner of it.inner ?? [])
      if (inner.kind === "Region" && it.kind !== "Company") add(inner, weight * (it.kind === "Park" ? 0.5 : 0.8));
  }
  const ranked = [...weights.values()].sort((a, b) => b.weight - a.weight);
  const places = ranked.filter(
    ({ mention }) => mention.kind === "Park" || ["city", "county"].includes(divisionNamed(mention.name)?.level ?? ""),
  );
  const first = places[0]?.mention ?? null;
  const park = first?.kind === "Park" && (places[0]?.weight ?? 0) >= 5 ? first : null;
  const region =
    (park ? regionOf(park, places) : (places.find((it) => it.mention.kind === "Region")?.mention ?? null)) ??
    ranked.find(({ mention }) => mention.kind === "Region" && divisionNamed(mention.name)?.level === "province")?.mention ??
    null;
  const division = region ? divisionNamed(region.name) : null;
  return { region, park, province: provinceOf(division) };
}

const isActor = (text: string, { end }: Mention): boolean =>
  /^(?:[召举印出发实坚深推聚着围立紧瞄锚全获启先]|近日|日前|市|县|政府|人民政府)/.test(text.slice(end, end + 3));

const regionOf = (park: Mention, places: readonly { mention: Mention }[]): Mention | null =>
  park.inner?.find((it) => it.kind === "Region") ?? places.find((it) => it.mention.kind === "Region")?.mention ?? null;

function provinceOf(division: Division | null): Division | null {
  let at = division;
  while (at && at.level !== "province") at = parentOf(at);
  return at;
}
