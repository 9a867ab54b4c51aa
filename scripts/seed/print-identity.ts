import type { IdentityQuestion } from "#graph/model/review.ts";
import type { Names } from "./describe-record.ts";

const reasons: Readonly<Record<IdentityQuestion["candidates"][number]["reason"], string>> = {
  legal_name: "same legal name",
  credit_code: "same credit code",
  ticker: "same ticker",
  name: "same name",
  short_name: "same short name",
  alias: "same alias",
  scoped_alias: "an alias that holds in one place",
  english_name: "same English name",
};

/** Which entities of the dataset are known ones under another id, where that is certain. Empty without any. */
export function printRecognised(
  recognised: readonly (readonly [id: string, known: string])[],
  { names, atMost }: { names: Names; atMost: number | null },
): string {
  if (recognised.length === 0) return "";
  const shown = recognised
    .slice(0, atMost ?? recognised.length)
    .map(([id, known]) => `  = ${names.get(id) ?? id}  ${id} is ${names.get(known) ?? known}  ${known}`);
  const more = recognised.length - shown.length;
  const heading = `${recognised.length} ${recognised.length === 1 ? "entity is known" : "entities are known"} under another id`;
  return [heading, ...shown, ...(more > 0 ? [`  … and ${more} more; --all shows every one`] : [])].join("\n");
}

/** Which new entities may be ones that are known, and why; they stay apart until a person says. Empty without questions. */
export function printQuestions(questions: readonly IdentityQuestion[], { atMost }: { atMost: number | null }): string {
  const open = questions.filter((it) => it.answer === null);
  if (open.length === 0) return "";
  const shown = open
    .slice(0, atMost ?? open.length)
    .flatMap(({ entity, candidates }) => [
      `  ? ${entity.kind} ${entity.name}  ${entity.id}`,
      ...candidates.map(
        ({ id, name, reason, text, guard }) => `      ${name}  ${id}: ${reasons[reason]} “${text}”${guard === null ? "" : ` (${guard})`}`,
      ),
    ]);
  const more = open.length - (atMost ?? open.length);
  const heading = `${open.length} new ${open.length === 1 ? "entity may be a known one; it stays" : "entities may be known ones; they stay"} apart until a person answers in the client`;
  return [heading, ...shown, ...(more > 0 ? [`  … and ${more} more; --all shows every one`] : [])].join("\n");
}
