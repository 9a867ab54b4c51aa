import { endsProblem } from "#graph/model/statement.ts";
import { abbreviationsIn } from "./context/abbreviations.ts";
import { type Home, homeOf } from "./context/places.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import { Entities, type Named } from "./entities.ts";
import type { ExtractedMetric, ExtractedParagraph, ExtractedStatement, Ref, Remark, Span } from "./extraction.ts";
import { type Figure, figuresOf } from "./figures/figures.ts";
import { type TimeMark, timeMarksOf } from "./figures/periods.ts";
import { type Mention, overlaps } from "./names/mention.ts";
import { type Names, namesIn } from "./names/mentions.ts";
import { paragraphsOf } from "./text/paragraphs.ts";
import { type Sentence, sentencesOf } from "./text/sentences.ts";
import { Words } from "./text/words.ts";

export interface ReportInput {
  readonly text: string;
  readonly paragraphs?: readonly ExtractedParagraph[] | undefined;
  readonly published: string | null;
  readonly dictionary: Dictionary;
  readonly document: string | null;
}

/** Everything the rules look at, and where they put what they find. */
export class Report {
  readonly text: string;
  readonly published: string | null;
  readonly paragraphs: ExtractedParagraph[];
  readonly sentences: readonly Sentence[];
  readonly words: Words;
  readonly names: Names;
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  readonly times: readonly TimeMark[];
  readonly home: Home;
  readonly entities: Entities;
  readonly statements: ExtractedStatement[] = [];
  readonly metrics: ExtractedMetric[] = [];
  readonly remarks: Remark[] = [];

  constructor({ text, paragraphs, published, dictionary, document }: ReportInput) {
    this.text = text;
    this.published = published;
    this.paragraphs = paragraphsOf(text, paragraphs);
    this.sentences = this.paragraphs.filter((it) => it.kind === "body").flatMap((it) => sentencesOf(text, it));
    const words = new Words(text);
    this.words = words;
    const regions = regionLink(dictionary);
    const names = namesIn(text, words, dictionary, document);
    const first = names(null);
    const home = homeOf(text, first.mentions, this.paragraphs);
    const region = home.region ? { ...home.region, existing: home.region.existing ?? regions(home.region.name) } : null;
    this.home = { ...home, region };
    this.names = region?.existing ? names(region.existing) : first;
    const abbreviations = abbreviationsIn(text, this.home).filter((it) => !this.names.mentions.some((known) => overlaps(known, it)));
    this.mentions = [...this.names.mentions, ...abbreviations].sort((a, b) => a.start - b.start);
    this.entities = new Entities(this.mentions);
    for (const it of this.mentions) this.entities.of(it);
    this.times = timeMarksOf(text, published).filter((it) => !this.mentions.some((known) => overlaps(known, it)));
    this.figures = figuresOf(text);
  }

  /** The year of the document, as it is printed in a period; null when unknown. */
  get year(): string | null {
    return this.published?.slice(0, 4) ?? null;
  }

  /** The region that a sentence without a place speaks of. */
  get region(): Named | null {
    return this.home.region;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  refOf(it: Named): Ref {
    return this.entities.refOf(it);
  }

  /** Adds a relation, once; what the vocabulary does not allow between these kinds is dropped. */
  relate(
    it: Omit<ExtractedStatement, "subject" | "object" | "value" | "properties"> & {
      subject: Named;
      object: Named;
      properties?: Record<string, string | number>;
    },
  ): void {
    if (endsProblem(it.predicate, it.subject.kind, it.object.kind) !== null) return;
    const subject = this.refOf(it.subject);
    const object = this.refOf(it.object);
    if (subject === object) return;
    const { properties = {}, ...rest } = it;
    this.#add({ ...rest, subject, object, properties });
  }

  /** Adds an attribute of an entity, once. */
  describe(it: Omit<ExtractedStatement, "subject" | "object" | "properties"> & { subject: Named; value: string }): void {
    this.#add({ ...it, subject: this.refOf(it.subject), properties: {} });
  }

  /** Adds an inference whose ends are refs already. */
  infer(it: ExtractedStatement): void {
    this.#add({ ...it, status: "inferred" });
  }

  #add(it: ExtractedStatement): void {
    const known = this.statements.find(
      (other) => other.subject === it.subject && other.predicate === it.predicate && other.object === it.object && other.value === it.value,
    );
    if (!known) this.statements.push(it);
    else if (known.status === "inferred" && it.status === "stated") Object.assign(known, it);
  }

  measure(it: ExtractedMetric): void {
    this.metrics.push(it);
  }

  remark(text: string, { start, end }: Span): void {
    if (!this.remarks.some((it) => it.start === start && it.end === end && it.text === text)) this.remarks.push({ text, start, end });
  }
}

const regionLink =
  ({ surfaces }: Dictionary) =>
  (name: string) =>
    surfaces.get(name)?.find((it) => it.kind === "Region")?.entity ?? null;
