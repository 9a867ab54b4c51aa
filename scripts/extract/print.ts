import type { Span } from "#graph/extraction/extraction.ts";
import type { ExtractedDocument } from "#graph/extraction/proposals/extract-document.ts";
import { kinds } from "#graph/vocabulary/kinds.ts";
import { modalities, operators } from "#graph/vocabulary/marks.ts";
import { units } from "#graph/vocabulary/measures.ts";
import { isRelationType, relations } from "#graph/vocabulary/relations.ts";

const shownWords = 60;

const figure = (value: number, unit: keyof typeof units): string =>
  `${value.toLocaleString("en-US", { maximumFractionDigits: 6 })} ${units[unit].zh}`;

/** What one document says, for a person: each entity, statement and figure with the words that it rests on. */
export function printExtraction({ document, extraction }: ExtractedDocument): string {
  const { entities, statements, metrics, remarks, published } = extraction;
  const names = new Map(entities.map((it) => [it.ref, it.name]));
  const nameOf = (ref: string | null | undefined): string => names.get(ref ?? "") ?? ref ?? "";
  const words = ({ start, end }: Span): string => {
    const text = document.text.slice(start, end).replace(/\s+/g, " ");
    return `      ${start}–${end}  “${text.length > shownWords ? `${text.slice(0, shownWords)}…` : text}”`;
  };
  const certainty = (confidence: number): string => (confidence < 1 ? `  ${confidence}` : "");
  return [
    `${document.file}  ${document.characters} characters, published ${published.value ?? "unknown"}${published.basis === null ? "" : ` (${published.basis})`}`,
    ...(document.format === "txt" ? [] : [`  offsets are into the text taken out of the .${document.format}`]),
    `  ${entities.length} entities`,
    ...entities.map(
      (it) =>
        `    ${it.ref} ${kinds[it.kind].zh} ${it.name}  ${it.existing ?? "new"}  ×${it.mentions.length}${it.collective === true ? "  collective" : ""}`,
    ),
    `  ${statements.length} statements`,
    ...statements.flatMap((it) => {
      const predicate = isRelationType(it.predicate) ? relations[it.predicate].zh : it.predicate;
      const own = Object.entries(it.properties).map(([name, value]) => `${name}=${value}`);
      const said = [nameOf(it.subject), predicate, it.object === undefined ? it.value : nameOf(it.object), ...own].join(" ");
      return [`    ${said}${it.status === "inferred" ? "  inferred" : ""}${certainty(it.confidence)}  [${it.rule}]`, words(it)];
    }),
    `  ${metrics.length} metrics`,
    ...metrics.flatMap((it) => {
      const scope = [it.period, modalities[it.modality].zh, it.basis, it.region === null ? null : nameOf(it.region)].filter(
        (part) => part !== null,
      );
      const said = `${nameOf(it.subject)} ${it.name} ${operators[it.op].zh}${figure(it.value, it.unit)}`;
      return [`    ${said}  ${scope.join(" · ")}${certainty(it.confidence)}  [${it.rule}]`, words(it)];
    }),
    `  ${remarks.length} remarks`,
    ...remarks.map((it) => `    ${it.start}–${it.end}  ${it.text}`),
  ].join("\n");
}
