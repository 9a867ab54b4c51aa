import type { TFunction } from "i18next";
import { formatConfidence } from "#client/format/figure.ts";
import { nameOf, noteWords, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import type { EvidenceAnswer, StatementAnswer } from "#graph/model/api-answers.ts";
import { documentForms, reliabilities } from "#graph/vocabulary/marks.ts";
import type { Material } from "./export.ts";
import { holdingWords } from "./holding.ts";
import { element, escaped } from "./svg/markup.ts";

/** Offsets `[start, end)` into the document, or the row of a table. */
const placeIn = ({ row, start, end }: EvidenceAnswer, t: TFunction): string =>
  row !== undefined ? t("export.row", { row }) : start !== undefined && end !== undefined ? `[${start}, ${end})` : "";

/** One line that cites a statement: what it says, how sure, and where it is said. */
export function citation(statement: StatementAnswer, { t, options: { language } }: Material): string {
  const { subjectRef, predicate, objectRef, value, status, confidence, evidence } = statement;
  const holds = holdingWords(statement);
  const claim = `${nameOf(subjectRef, language)} ${relationLabel(predicate, language)} ${objectRef === null ? (value ?? "") : nameOf(objectRef, language)}`;
  const places = evidence.map((one) => [one.title, one.published, placeIn(one, t)].filter(Boolean).join(" "));
  return `${claim} (${statusLabel(status, language)} ${formatConfidence(confidence)}${holds === "" ? "" : `, ${holds}`}) — ${places.length === 0 ? t("evidence.none") : places.join("; ")}`;
}

/** Statements with their evidence as a table that needs no script: claim, status, confidence, then a line for each place. */
export function evidenceTable(statements: readonly StatementAnswer[], { t, options: { language } }: Material): string {
  const cells = (name: "th" | "td", texts: readonly string[]) => texts.map((text) => element(name, {}, text)).join("");
  const head = ["subject", "relation", "object", "status", "confidence", "evidence"].map((it) => escaped(t(`export.column.${it}`)));
  const rows = statements.map((statement) => {
    const { id, subjectRef, predicate, objectRef, value, status, confidence, basis, evidence } = statement;
    const lines = evidence.map((one) => {
      const facts = [
        documentForms[one.form][language],
        one.published,
        t("evidence.reliability", { value: reliabilities[one.reliability][language] }),
      ];
      const title =
        one.url === null || !/^https?:/.test(one.url)
          ? escaped(one.title)
          : element("a", { href: one.url, rel: "noreferrer noopener" }, escaped(one.title));
      const note = one.note === undefined ? "" : element("p", {}, escaped(noteWords(one.note, language)));
      return element(
        "li",
        {},
        `${title} ${element("code", {}, escaped(placeIn(one, t)) || "–")} ${element("small", {}, escaped(facts.filter(Boolean).join(" · ")))}${note}`,
      );
    });
    const holds = holdingWords(statement);
    const held = holds === "" ? "" : element("p", {}, escaped(`${t("edge.valid")} ${holds}`));
    const rests = status === "inferred" && basis ? element("p", {}, escaped(`${t("evidence.basis")} ${basis}`)) : "";
    const told = lines.length === 0 ? escaped(t("evidence.none")) : element("ul", {}, lines.join(""));
    return element(
      "tr",
      { id, class: status },
      cells("td", [
        escaped(nameOf(subjectRef, language)),
        escaped(relationLabel(predicate, language)),
        escaped(objectRef === null ? (value ?? "") : nameOf(objectRef, language)) || "–",
        escaped(statusLabel(status, language)),
        formatConfidence(confidence),
        held + rests + told,
      ]),
    );
  });
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, cells("th", head))) +
      element("tbody", {}, rows.join("\n") || element("tr", {}, element("td", { colspan: 6 }, escaped(t("export.noStatements"))))),
  );
}
