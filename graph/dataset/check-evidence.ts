import type { Evidence } from "#graph/model/statement.ts";
import { type Check, noDocument } from "./check.ts";

function checkPlace(check: Check, evidence: Evidence): void {
  const document = check.documentOf(evidence.document);
  if (document === undefined) {
    check.report("document", noDocument(evidence.document));
    return;
  }
  const { start, end, row } = evidence;
  if (document.form === "table" || document.form === "reference") {
    if (start !== undefined || end !== undefined)
      check.report("start", `"${evidence.document}" is a ${document.form}: its place is a row, not offsets`);
    if (document.form === "table" && row === undefined) check.report("row", `row is missing: "${evidence.document}" is a table`);
    return;
  }
  if (row !== undefined) check.report("row", `"${evidence.document}" is a text: its place is offsets, not a row`);
  if (start === undefined && end === undefined) return;
  if (start === undefined) check.report("start", "start is missing beside end");
  else if (end === undefined) check.report("end", "end is missing beside start");
  else if (end <= start) check.report("end", `end ${end} is not after start ${start}`);
  else if (document.characters !== undefined && end > document.characters)
    check.report("end", `end ${end} is past the end of "${evidence.document}" (${document.characters} characters)`);
}

function checkParagraphOf(check: Check, { document, paragraph, start, end }: Evidence & { paragraph: string }): void {
  const own = check.declared.documents.get(String(document));
  const place = check.paragraphOf(paragraph);
  if (place === undefined) {
    if (own >= 0) check.report("paragraph", `"${paragraph}" is no paragraph of the dataset`);
  } else if (place.document !== own) check.report("paragraph", `"${paragraph}" belongs to another document than "${document}"`);
  else if ((start ?? place.start) < place.start || (end ?? place.end) > place.end)
    check.report("start", `${start}–${end} is outside "${paragraph}" (${place.start}–${place.end})`);
}

/** Evidence: what it backs, and where it stands. */
export function checkEvidence(check: Check, evidence: Evidence): void {
  const { statement, document, paragraph, start, end, row } = evidence;
  checkPlace(check, evidence);
  const status = typeof statement === "string" ? check.backClaim(statement) : undefined;
  if (status === undefined) check.report("statement", `"${statement}" is no statement and no metric of the dataset`);
  if (status === "reference" && check.documentOf(document)?.form !== "reference")
    check.report("document", `status reference needs a document of form reference; "${document}" is none`);
  if (paragraph !== undefined) checkParagraphOf(check, { ...evidence, paragraph });
  const first = check.firstOf(check.keys.evidence, `${statement}|${document}|${paragraph ?? ""}|${start}|${end}|${row}`);
  if (first !== null) check.report("statement", `the same evidence of "${statement}" stands twice, first at: ${first}`);
}
