import type { DocumentId } from "#graph/model/id.ts";
import type { Dictionary } from "./dictionary/dictionary.ts";
import type { ExtractedParagraph, Extraction } from "./extraction.ts";
import { readMetrics } from "./metrics/read.ts";
import { publishedIn } from "./reading/publication-date.ts";
import { readNames } from "./relations/by-name.ts";
import { readCaptions } from "./relations/captions.ts";
import { readEnumerations } from "./relations/enumerated.ts";
import { readImplied } from "./relations/implied-places.ts";
import { readListedProjects } from "./relations/listed-projects.ts";
import { readListings } from "./relations/listings.ts";
import { readOffices } from "./relations/offices.ts";
import { readRelations } from "./relations/run.ts";
import { readStates } from "./relations/states.ts";
import { readTradeLists } from "./relations/trade-lists.ts";
import { Report } from "./report.ts";

export { buildDictionary, type Dictionary, emptyDictionary } from "./dictionary/dictionary.ts";
export type * from "./extraction.ts";

export interface ExtractInput {
  text: string;
  /** What the reader of the file knows of its paragraphs; found from the lines where absent. */
  paragraphs?: readonly ExtractedParagraph[] | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; looked for in the text where absent, else relative dates stay open. */
  published?: string | undefined;
  dictionary: Dictionary;
  /** Aliases that hold in this document only are used for it. */
  document?: DocumentId | undefined;
}

/**
 * Reads a Chinese report on regional industry: names with their offsets, relations, attributes and figures as the clauses state them.
 * Pure and synchronous; the first call loads the segmenter (0.3 s).
 */
export function extract({ text, paragraphs, published, dictionary, document }: ExtractInput): Extraction {
  const date = published ? { value: published, basis: "随文件给出" } : (publishedIn(text) ?? { value: null, basis: null });
  const report = new Report({ text, paragraphs, published: date.value, dictionary, document: document ?? null });
  for (const it of report.mentions) report.entities.mention(it, { start: it.start, end: it.end, text: report.slice(it) });
  readRelations(report);
  readEnumerations(report);
  readListedProjects(report);
  readListings(report);
  readTradeLists(report);
  readNames(report);
  readOffices(report);
  readImplied(report);
  readStates(report);
  readCaptions(report);
  readMetrics(report);
  return {
    published: date,
    entities: report.entities.all(),
    statements: report.statements,
    metrics: report.metrics,
    remarks: report.remarks,
    paragraphs: report.paragraphs,
  };
}
