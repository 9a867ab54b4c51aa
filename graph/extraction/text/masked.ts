import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import type { Span } from "../extraction.ts";
import type { Figure } from "../figures/figures.ts";
import type { TimeMark } from "../figures/periods.ts";
import type { Mention } from "../names/mention.ts";

/** One character of the private-use area for each kind, so that a pattern can speak of mentions: `{C}在{K}` is “a company in a park”. */
const letters = {
  R: "Region",
  I: "Institution",
  C: "Company",
  J: "Project",
  K: "Park",
  L: "Policy",
  H: "IndustrialChain",
  U: "IndustryCluster",
  D: "Industry",
  O: "Product",
  A: "Platform",
  Q: "Recognition",
  E: "Event",
  F: "Fund",
  N: "Person",
} as const satisfies Record<string, EntityKind>;

const markOf = new Map<EntityKind, string>();
const classOf = new Map<string, string>();
for (const [index, [letter, kind]] of Object.entries(letters).entries()) {
  const mark = String.fromCharCode(0xe000 + index);
  markOf.set(kind, mark);
  classOf.set(letter, mark);
}
const figureMark = "\ue020";
const timeMark = "\ue021";
const mentionClass = "\ue000-\ue00f";

/** A stretch of text in which every name, figure and time is one character. */
export interface Masked {
  readonly words: string;
  /** Offset in the text of each character of `words`, and of its end. */
  readonly offsets: readonly number[];
  readonly mentionAt: ReadonlyMap<number, Mention>;
  readonly figureAt: ReadonlyMap<number, Figure>;
  readonly timeAt: ReadonlyMap<number, TimeMark>;
}

const within = <T extends Span>(all: readonly T[], span: Span): T[] => all.filter((it) => it.start >= span.start && it.end <= span.end);

/** Masks a span of the text; figures and times inside a name stay part of the name. */
export function maskedOf(
  text: string,
  span: Span,
  marks: { mentions: readonly Mention[]; figures: readonly Figure[]; times: readonly TimeMark[] },
): Masked {
  const mentionAt = new Map<number, Mention>();
  const figureAt = new Map<number, Figure>();
  const timeAt = new Map<number, TimeMark>();
  const starts = new Map<number, { end: number; mark: string; note: (at: number) => void }>();
  const place = <T extends Span>(all: readonly T[], places: Map<number, T>, mark: (it: T) => string): void => {
    for (const it of within(all, span)) starts.set(it.start, { end: it.end, mark: mark(it), note: (at) => places.set(at, it) });
  };
  place(marks.times, timeAt, () => timeMark);
  place(marks.figures, figureAt, () => figureMark);
  place(marks.mentions, mentionAt, (it) => markOf.get(it.kind) as string);
  let words = "";
  const offsets: number[] = [];
  for (let at = span.start; at < span.end; ) {
    const marked = starts.get(at);
    offsets.push(at);
    if (marked) {
      marked.note(words.length);
      words += marked.mark;
      at = marked.end;
    } else {
      words += text[at];
      at++;
    }
  }
  offsets.push(span.end);
  return { words, offsets, mentionAt, figureAt, timeAt };
}

/** Mentions of a masked stretch that lie in `[start, end)` of its words. */
export const mentionsIn = ({ mentionAt }: Masked, start: number, end: number): Mention[] =>
  [...mentionAt].filter(([at]) => at >= start && at < end).map(([, it]) => it);

const marksOf = (kinds: string): string =>
  [...kinds].map((letter) => (letter === "#" ? figureMark : letter === "@" ? timeMark : classOf.get(letter))).join("");

const bitOf = new Map<EntityKind, number>(Object.values(letters).map((kind, index) => [kind, 1 << index]));

/** Bits of the kinds that a stretch names. */
export const kindsIn = ({ mentionAt }: Masked): number => {
  let bits = 0;
  for (const it of mentionAt.values()) bits |= bitOf.get(it.kind) ?? 0;
  return bits;
};

/** For each end that a pattern names, the bits of the kinds of which a sentence must name one. */
export const endsOf = (pattern: string): number[] =>
  [...pattern.matchAll(/\(\?<[so]>([^)]*)\)/g)].map(([, end = ""]) =>
    [...end.matchAll(/\{([A-Z]+)\+?\}/g)]
      .flatMap(([, kinds = ""]) => [...kinds])
      .reduce((bits, letter) => bits | (bitOf.get(letters[letter as keyof typeof letters]) ?? 0), 0),
  );

const joint = "(?:、|和|与|及|以及|，以及)";

/**
 * Compiles a pattern over masked words. `{C}` a company, `{RI}` a region or an institution, `{C+}` a list of them, `{#}` a figure, `{@}` a
 * time, `{~8}` up to 8 characters that hold no name and no mark of a clause; `{*8}` the same with names allowed; `{!L40}` up to 40 of a sentence without a policy; `[^，{C}]` a character that is no comma and no company.
 */
export function compile(pattern: string, flags = "dg"): RegExp {
  const source = pattern
    .replaceAll(
      /\[\^([^\]{]*)\{([A-Z]+)\}([^\]]*)\]/g,
      (_, left: string, kinds: string, right: string) => `[^${left}${marksOf(kinds)}${right}]`,
    )
    .replaceAll(/\{([~*])(\d+)\}/g, (_, gap: string, reach: string) => `[^，。；：${gap === "~" ? mentionClass : ""}]{0,${reach}}?`)
    .replaceAll(/\{!([A-Z]+)(\d+)\}/g, (_, kinds: string, reach: string) => `[^。；${marksOf(kinds)}]{0,${reach}}?`)
    .replaceAll(/\{([A-Z#@]+)(\+?)\}/g, (_, kinds: string, many: string) => {
      const one = `[${marksOf(kinds)}]`;
      return many ? `${one}(?:${joint}${one})*` : one;
    });
  return new RegExp(source, flags);
}
