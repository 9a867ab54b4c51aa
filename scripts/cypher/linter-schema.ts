import type { DbSchema } from "@neo4j-cypher/language-support";
import { tables } from "#graph/model/dataset.ts";
import { entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import { relationPropertyNames, relationTypes, structuralRelations } from "#graph/vocabulary/relations.ts";

/** Labels, links and properties of the store beside the model's own; see docs/stored-graph.md. */
const labels = [
  "Entity",
  "Alias",
  "Statement",
  "MetricObservation",
  "Document",
  "Paragraph",
  "Constraint",
  "Dataset",
  "Revision",
  "RevisionChunk",
  "Journal",
  "ChangeSet",
  "ChangeSetPart",
  "Rejection",
  "DocumentText",
  "View",
  "Note",
];
const links = ["SUPPORTED_BY", "HAS_PARAGRAPH", "HAS_ALIAS", "CHANGED"];
const derivedProperties = [
  ...[
    "aliases",
    "degree",
    "dataset",
    "hash",
    "key",
    "revision",
    "drawn",
    "derived",
    "reliability",
    "assertedAt",
    "documents",
    "properties",
  ],
  ...["periodStart", "periodEnd", "sinceRevision", "untilRevision"],
  ...["number", "at", "author", "message", "sources", "tallies", "checksum", "part", "changes", "owner", "leaseUntil", "text"],
  ...["version", "content", "shown", "changedAt", "about", "of"],
];

const recordProperties = Object.values(tables).flatMap((table) => Object.keys(table.shape));

/** The stored graph as Neo4j's linter wants it: an unknown label, relation or property is then reported at its place. */
export const linterSchema = (parameters: readonly string[]): DbSchema => ({
  labels: [...labels, ...entityKinds],
  relationshipTypes: [...relationTypes, ...Object.keys(structuralRelations), ...links],
  propertyKeys: [
    ...new Set([
      ...recordProperties,
      ...derivedProperties,
      ...relationPropertyNames,
      ...entityKinds.flatMap((kind) => Object.keys(kinds[kind].properties)),
    ]),
  ],
  parameters: Object.fromEntries(parameters.map((name) => [name, null])),
});
