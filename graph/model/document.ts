import { z } from "zod";
import { type DocumentForm, documentForms, paragraphKinds, type Reliability, reliabilities } from "#graph/vocabulary/marks.ts";
import { enumOf } from "./enum-of.ts";
import { datasetId, documentId, paragraphId } from "./id.ts";
import { date } from "./period.ts";

/** A source: its metadata and the hash of its file. The text itself is never part of a dataset. */
export const document = z.strictObject({
  id: documentId,
  title: z.string().min(1).max(300),
  titleEn: z.string().max(300).optional(),
  form: enumOf<DocumentForm>(documentForms),
  publisher: z.string().max(200).optional(),
  published: date.optional(),
  /** How the date is known: printed, or estimated and from what. */
  publishedBasis: z.string().max(300).optional(),
  url: z.string().max(500).optional(),
  /** Of the file's bytes, lower-case hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: "sha256 is 64 lower-case hex digits" })
    .optional(),
  /** Length of the decoded text in UTF-16 code units. */
  characters: z.int().min(0).optional(),
  reliability: enumOf<Reliability>(reliabilities),
  /** The dataset that lists it; absent in a file of one dataset. */
  dataset: datasetId.optional(),
});
export type SourceDocument = z.infer<typeof document>;

/** `[start, end)` in UTF-16 code units of the document decoded as UTF-8. */
export const paragraph = z
  .strictObject({
    id: paragraphId,
    document: documentId,
    kind: z.enum(paragraphKinds),
    start: z.int().min(0),
    end: z.int().min(0),
    /** Layout damage: cut, spliced, printed away from its place. */
    damage: z.string().max(200).optional(),
  })
  .refine((it) => it.end > it.start, { error: "a paragraph ends after it starts", path: ["end"] });
export type Paragraph = z.infer<typeof paragraph>;
