type LabelAndProperty = readonly [label: string, property: string];

/** What no two nodes of a label may share (docs/stored-graph.md). Both engines make these, each in its own words. */
export const unique: readonly LabelAndProperty[] = [
  ["Entity", "id"],
  ["Statement", "id"],
  ["MetricObservation", "id"],
  ["Document", "id"],
  ["Paragraph", "id"],
  ["Alias", "id"],
  ["Constraint", "id"],
  ["Dataset", "id"],
  ["Revision", "number"],
  ["Journal", "id"],
  ["ChangeSet", "id"],
  ["ChangeSetPart", "id"],
  ["Rejection", "id"],
  ["View", "id"],
  ["Note", "id"],
];

/** What is looked up by and need not be unique. */
export const indexed: readonly LabelAndProperty[] = [
  ["Statement", "key"],
  ["Statement", "subject"],
  ["Statement", "object"],
  ["MetricObservation", "key"],
  ["MetricObservation", "subject"],
  ["Entity", "name"],
  ["Entity", "degree"],
  ["Alias", "surface"],
  ["Alias", "entity"],
  ["Note", "about"],
  ["Restoring", "restoreKey"],
];
