import { z } from "zod";
import { type DocumentId, documentId, entityId, statementId } from "./id.ts";

const index = z.int().min(0);

/** The query that returns the same answer through POST /cypher. */
export const shownCypher = z.strictObject({ query: z.string(), parameters: z.record(z.string(), z.json()) });
export type ShownCypher = z.infer<typeof shownCypher>;

/** When a statement holds, as its source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where nobody says. */
export const span = z.tuple([z.string().nullable(), z.string().nullable()]);
export type Span = z.infer<typeof span>;

/**
 * Part of the graph as columns. `kind`, `type` and `status` are indexes into the dictionary, `source` and `target` into `nodes`;
 * all arrays of `nodes` (and of `edges`) have one length. `total` counts the whole answer, of which this may be a page.
 */
export const subgraph = z
  .strictObject({
    version: z.literal(1),
    dictionary: z.strictObject({
      kind: z.array(z.string()),
      type: z.array(z.string()),
      status: z.array(z.string()),
      document: z.array(documentId),
      /** Documents that say one statement together, as indexes into `document`. */
      documents: z.array(z.array(index)),
    }),
    nodes: z.strictObject({
      id: z.array(entityId),
      kind: z.array(index),
      name: z.array(z.string()),
      nameEn: z.array(z.string().nullable()),
      /** The name for a label, by index into the columns, only where an entity has a shorter one. */
      shortName: z.record(z.string(), z.string()),
      degree: z.array(index),
    }),
    edges: z.strictObject({
      id: z.array(statementId),
      type: z.array(index),
      source: z.array(index),
      target: z.array(index),
      status: z.array(index),
      confidence: z.array(z.number()),
      /** From when and until when, by index into the columns, only where a source says. */
      span: z.record(z.string(), span),
      /** An index into the dictionary's `document`; from its length on, into its `documents`. */
      documents: z.array(index),
    }),
    total: z.strictObject({ nodes: index, edges: index }),
    uncounted: z
      .literal(true)
      .optional()
      .describe("`total` counts this page alone: nobody asked for the rest to be counted, which takes as long as the graph is large"),
    truncated: z.boolean(),
    /** Cursor of the next page, or null. */
    next: z.string().nullable(),
    cypher: shownCypher,
  })
  .meta({ id: "Subgraph" });
export type Subgraph = z.infer<typeof subgraph>;

/** Ids of the documents that say an edge. */
export function documentsOf({ dictionary, edges }: Pick<Subgraph, "dictionary" | "edges">, edge: number): DocumentId[] {
  const place = edges.documents[edge] ?? 0;
  const alone = dictionary.document[place];
  const together = dictionary.documents[place - dictionary.document.length] ?? [];
  return alone === undefined ? together.map((at) => dictionary.document[at] as DocumentId) : [alone];
}
