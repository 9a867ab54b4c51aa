import { fault } from "#graph/model/dataset-fault.ts";
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
      check.report("start", fault("offsets_in_rows", { document: evidence.document, form: document.form }));
    if (document.form === "table" && row === undefined) check.report("row", fault("no_row", { document: evidence.document }));
    return;
  }
  if (row !== undefined) check.report("row", fault("row_in_text", { document: evidence.document }));
  if (start === undefined && end === undefined) return;
  if (start === undefined) check.report("start", fault("no_start", {}));
  else if (end === undefined) check.report("end", fault("no_end", {}));
  else if (end <= start) check.report("end", fault("end_before_start", { end, start }));
  else if (document.characters !== undefined && end > document.characters)
    check.report("end", fault("end_past_document", { end, document: evidence.document, characters: document.characters }));
}

function checkParagraphOf(check: Check, { document, paragraph, start, end }: Evidence & { paragraph: string }): void {
  const own = check.declared.documents.get(String(document));
  const place = check.paragraphOf(paragraph);
  if (place === undefined) {
    if (own >= 0) check.report("paragraph", fault("no_paragraph", { id: paragraph }));
  } else if (place.document !== own) check.report("paragraph", fault("paragraph_elsewhere", { paragraph, document }));
  else if ((start ?? place.start) < place.start || (end ?? place.end) > place.end)
    check.report("start", fault("outside_paragraph", { start: start ?? "", end: end ?? "", paragraph, from: place.start, to: place.end }));
}

/** Evidence: what it backs, and where it stands. */
export function checkEvidence(check: Check, evidence: Evidence): void {
  const { statement, document, paragraph, start, end, row } = evidence;
  checkPlace(check, evidence);
  const status = typeof statement === "string" ? check.backClaim(statement) : undefined;
  if (status === undefined) check.report("statement", fault("no_claim", { id: statement }));
  if (status === "reference" && check.documentOf(document)?.form !== "reference")
    check.report("document", fault("reference_needed", { document }));
  if (paragraph !== undefined) checkParagraphOf(check, { ...evidence, paragraph });
  const first = check.firstOf(check.keys.evidence, `${statement}|${document}|${paragraph ?? ""}|${start}|${end}|${row}`);
  if (first !== null) check.report("statement", fault("evidence_twice", { id: statement, first }));
}
