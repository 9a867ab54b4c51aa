import type { Evidence } from "#graph/model/statement.ts";
import { type Check, reportTwins } from "./check.ts";

type Report = (field: string, message: string) => void;

function checkPlace(check: Check, { evidence, report }: { evidence: Evidence; report: Report }): void {
  const document = check.documentOf(evidence.document);
  if (document === undefined) {
    report("document", `"${evidence.document}" is no document of the dataset or of the store`);
    return;
  }
  const { start, end, row } = evidence;
  if (document.form === "table" || document.form === "reference") {
    if (start !== undefined || end !== undefined)
      report("start", `"${evidence.document}" is a ${document.form}: its place is a row, not offsets`);
    if (document.form === "table" && row === undefined) report("row", `row is missing: "${evidence.document}" is a table`);
    return;
  }
  if (row !== undefined) report("row", `"${evidence.document}" is a text: its place is offsets, not a row`);
  if (start === undefined && end === undefined) return;
  if (start === undefined) report("start", "start is missing beside end");
  else if (end === undefined) report("end", "end is missing beside start");
  else if (end <= start) report("end", `end ${end} is not after start ${start}`);
  else if (document.characters !== undefined && end > document.characters)
    report("end", `end ${end} is past the end of "${evidence.document}" (${document.characters} characters)`);
}

/** Evidence: what it backs, where it stands; and that nothing stands without any. */
export function checkEvidence(check: Check): void {
  const { dataset } = check;
  const backed = new Set<string>();
  const claims = new Map<string, "inferred" | "stated" | "reference">();
  for (const it of dataset.statements) claims.set(it.id, it.status);
  for (const [index, it] of dataset.metrics.entries()) {
    if (claims.has(it.id)) check.report("metrics", index, "id", `"${it.id}" is also the id of a statement`);
    claims.set(it.id, it.status);
  }
  const own = new Set<string>(dataset.documents.map((it) => it.id));
  const paragraphs = new Map(dataset.paragraphs.map((it) => [it.id as string, it]));
  for (const [index, evidence] of dataset.evidence.entries()) {
    const report: Report = (field, message) => check.report("evidence", index, field, message);
    const status = claims.get(evidence.statement);
    if (status === undefined) report("statement", `"${evidence.statement}" is no statement and no metric of the dataset`);
    backed.add(evidence.statement);
    checkPlace(check, { evidence, report });
    if (status === "reference" && check.documentOf(evidence.document)?.form !== "reference")
      report("document", `status reference needs a document of form reference; "${evidence.document}" is none`);
    if (evidence.paragraph === undefined) continue;
    const paragraph = paragraphs.get(evidence.paragraph);
    if (paragraph === undefined) {
      if (own.has(evidence.document)) report("paragraph", `"${evidence.paragraph}" is no paragraph of the dataset`);
    } else if (paragraph.document !== evidence.document)
      report("paragraph", `"${evidence.paragraph}" belongs to "${paragraph.document}", not to "${evidence.document}"`);
    else if ((evidence.start ?? paragraph.start) < paragraph.start || (evidence.end ?? paragraph.end) > paragraph.end)
      report("start", `${evidence.start}–${evidence.end} is outside "${paragraph.id}" (${paragraph.start}–${paragraph.end})`);
  }
  for (const table of ["statements", "metrics"] as const)
    for (const [index, { id }] of dataset[table].entries())
      if (id !== undefined && !backed.has(id)) check.report(table, index, "id", `"${id}" has no evidence`);
  reportTwins<Evidence>(check, {
    table: "evidence",
    field: "statement",
    keyOf: (it) => [it.statement, it.document, it.paragraph, it.start, it.end, it.row].join("|"),
    say: (it) => `the same evidence of "${it.statement}" stands twice, first at`,
  });
}
