import { period as periodShape } from "#graph/model/period.ts";
import { attributeOf, endsProblem, valueProblem } from "#graph/model/statement.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";
import type { ExtractedEntity, ExtractedMetric, ExtractedStatement, Ref, Span } from "../extraction.ts";
import { figuresOf } from "../figures/figures.ts";
import {
  type AnsweredEntity,
  type AnsweredMetric,
  type AnsweredStatement,
  answeredEntity,
  answeredMetric,
  answeredStatement,
  type LooseAnswer,
} from "./answer.ts";
import { readerConfidence, readerRule } from "./origin.ts";

/** What the second reader says and the text bears out. */
export interface Verified {
  entities: ExtractedEntity[];
  statements: ExtractedStatement[];
  metrics: ExtractedMetric[];
  remarks: { text: string; start: number; end: number }[];
}

interface Verifying {
  text: string;
  /** The part of the text that was read. */
  part: Span;
  published: string | null;
  /** Told apart from the refs of other parts. */
  refPrefix: string;
  entities: Map<Ref, ExtractedEntity>;
  remarks: Verified["remarks"];
}

const drop = ({ remarks, part }: Verifying, what: string, why: string, span: Span = part): null => {
  remarks.push({ text: `第二读者：${what}未采纳，${why}`, start: span.start, end: span.end });
  return null;
};

/** Every place in the part where these words stand. */
function placesOf({ text, part }: Verifying, words: string): Span[] {
  const places: Span[] = [];
  if (words === "") return places;
  for (let at = text.indexOf(words, part.start); at >= 0 && at + words.length <= part.end; at = text.indexOf(words, at + words.length))
    places.push({ start: at, end: at + words.length });
  return places;
}

/** Where a quote stands: the place nearest to the one that was told. Null: these words do not stand in the part. */
function anchor(it: Verifying, { quote, start }: { quote: string; start: number | null }): Span | null {
  const places = placesOf(it, quote);
  const told = it.part.start + (start ?? 0);
  return places.sort((a, b) => Math.abs(a.start - told) - Math.abs(b.start - told))[0] ?? null;
}

function verifyEntity(it: Verifying, { ref, kind, name, mentions }: AnsweredEntity): ExtractedEntity | null {
  const places = [...new Set([name, ...mentions])]
    .flatMap((words) => placesOf(it, words))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = places.filter(
    (place, index) => !places.slice(0, index).some((other) => place.start < other.end && other.start < place.end),
  );
  const [first] = apart;
  if (first === undefined) return drop(it, `实体“${name}”`, "这一名称不在文中");
  const printed = placesOf(it, name).length > 0 ? name : it.text.slice(first.start, first.end);
  const found = apart.map(({ start, end }) => ({ start, end, text: it.text.slice(start, end) }));
  return { ref: `${it.refPrefix}${ref}`, kind, name: printed, existing: null, mentions: found };
}

const standsIn = (entity: ExtractedEntity, { start, end }: Span): boolean =>
  entity.mentions.some((it) => it.start >= start && it.end <= end);

function verifyStatement(it: Verifying, given: AnsweredStatement): ExtractedStatement | null {
  const { predicate, quote } = given;
  const place = anchor(it, given);
  if (place === null) return drop(it, predicate, `所引“${quote.slice(0, 12)}…”不在文中`);
  const subject = it.entities.get(given.subject);
  if (subject === undefined) return drop(it, predicate, "主体不在文中", place);
  const base = {
    subject: subject.ref,
    predicate,
    status: "inferred",
    confidence: readerConfidence,
    basis: "第二读者提出，规则没有得出",
    rule: readerRule,
    ...place,
  } as const;
  if (isRelationType(predicate)) {
    const object = given.object === null ? undefined : it.entities.get(given.object);
    if (object === undefined) return drop(it, predicate, "宾语不在文中", place);
    const wrong = endsProblem(predicate, subject.kind, object.kind);
    if (wrong !== null) return drop(it, predicate, wrong, place);
    if (!standsIn(subject, place) && !standsIn(object, place)) return drop(it, predicate, "所引文字没有提到主体或宾语", place);
    const { properties } = relations[predicate];
    const own = given.properties.filter(
      ({ name, value }) => properties[name] !== undefined && valueProblem(properties[name], value) === null,
    );
    return { ...base, object: object.ref, properties: Object.fromEntries(own.map(({ name, value }) => [name, value])) };
  }
  const definition = attributeOf(subject.kind, predicate);
  if (definition === undefined || given.value === null) return drop(it, predicate, `${subject.kind} 没有这一关系或属性`, place);
  const value = definition.type === "entity" ? it.entities.get(given.value)?.ref : given.value;
  if (value === undefined) return drop(it, predicate, "值所指的实体不在文中", place);
  const wrong = definition.type === "entity" ? null : valueProblem(definition, value);
  return wrong === null ? { ...base, value, properties: {} } : drop(it, predicate, `“${value}”不合要求：${wrong}`, place);
}

const falling = /下降|减少|降低|回落|下滑|负增长/;
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The period, unless it names a year that neither the text nor the publication date gives. */
function periodOf(it: Verifying, period: string | null, span: Span): string | null {
  if (period === null) return null;
  const near = it.published === null ? [] : [-1, 0, 1, 2, 3].map((years) => String(Number(it.published?.slice(0, 4)) + years));
  const years = period.match(/\d{4}(?=$|[-/])/g) ?? [];
  const given = periodShape.safeParse(period).success && years.every((year) => near.includes(year) || it.text.includes(year));
  if (!given) drop(it, `时期“${period}”`, "文中和发布日期都没有给出它", span);
  return given ? period : null;
}

/** Words that make of the figure behind them a target, a plan, a forecast or a capacity: never a result. */
const noResult = /力争|目标|到20\d\d年|计划|规划|拟|预计|有望|将达|年产(?!值)/;
/** The clause up to the figure. */
const clauseBefore = (words: string, figure: Span): string =>
  words
    .slice(0, figure.start)
    .split(/[。；]/)
    .at(-1) ?? "";

function verifyMetric(it: Verifying, given: AnsweredMetric): ExtractedMetric | null {
  const what = `${given.name} ${given.raw}`;
  const quote = anchor(it, given);
  const within = quote === null ? -1 : it.text.slice(quote.start, quote.end).indexOf(given.raw);
  if (quote === null || within < 0) return drop(it, what, "所引文字或数字不在文中");
  const subject = it.entities.get(given.subject);
  if (subject === undefined) return drop(it, what, "主体不在文中", quote);
  const words = it.text.slice(quote.start, quote.end);
  const figure = figuresOf(words).find((found) => found.start < within + given.raw.length && within < found.end);
  if (figure === undefined) return drop(it, what, "所引文字里没有可读出的数字", quote);
  const { unit, yearly } = figure.printed;
  const sign = given.value < 0 && falling.test(words) ? -1 : 1;
  const fits =
    close(figure.value * sign, given.value) && (given.unit === unit || given.unit === yearly || (unit === "%" && given.unit === "%/a"));
  if (!fits) return drop(it, what, `按文字应为 ${figure.value} ${unit}，所答为 ${given.value} ${given.unit}`, quote);
  if (given.modality === "actual" && noResult.test(clauseBefore(words, figure)))
    return drop(it, what, "它说的是目标、计划、预计或产能，不是结果", quote);
  const linked = (ref: string | null, kind: ExtractedEntity["kind"]): Ref | null => {
    const found = ref === null ? undefined : it.entities.get(ref);
    return found?.kind === kind ? found.ref : null;
  };
  const { name, value, modality, basis } = given;
  return {
    subject: subject.ref,
    name,
    op: figure.op,
    value,
    unit: given.unit,
    period: periodOf(it, given.period, quote),
    modality,
    basis,
    region: linked(given.region, "Region"),
    product: linked(given.product, "Product"),
    raw: figure.raw,
    confidence: readerConfidence,
    rule: readerRule,
    ...quote,
  };
}

/** Each entry that has the shape asked for and that the text bears out. */
function taken<A, V>(
  it: Verifying,
  entries: readonly unknown[],
  {
    shape,
    what,
    verify,
  }: {
    shape: { safeParse: (entry: unknown) => { success: true; data: A } | { success: false } };
    what: string;
    verify: (it: Verifying, entry: A) => V | null;
  },
): V[] {
  return entries.flatMap((entry) => {
    const parsed = shape.safeParse(entry);
    const verified = parsed.success ? verify(it, parsed.data) : drop(it, `一条${what}`, "不合所要的格式或词表");
    return verified === null ? [] : [verified];
  });
}

/** Holds an answer against the text: quoted words must stand there, names must be printed, figures are read anew, the vocabulary is closed. */
export function verify(
  answer: LooseAnswer,
  { text, part, published, refPrefix }: Pick<Verifying, "text" | "part" | "published" | "refPrefix">,
): Verified {
  const it: Verifying = { text, part, published, refPrefix, entities: new Map(), remarks: [] };
  const entities = taken(it, answer.entities, {
    shape: answeredEntity,
    what: "实体",
    verify: (_, entry) => {
      const found = verifyEntity(it, entry);
      if (found !== null) it.entities.set(entry.ref, found);
      return found;
    },
  });
  const statements = taken(it, answer.statements, { shape: answeredStatement, what: "关系", verify: verifyStatement });
  const metrics = taken(it, answer.metrics, { shape: answeredMetric, what: "数字", verify: verifyMetric });
  return { entities, statements, metrics, remarks: it.remarks };
}
