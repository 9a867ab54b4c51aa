import { useTranslation } from "#client/i18n/use-translation.ts";
import type { Names } from "#client/state/review-list.ts";
import type { RecordContent } from "#graph/model/record.ts";
import styles from "./evidence-of.module.css";
import { textOf } from "./words.ts";

interface TextParagraph {
  id: string;
  start: number;
  end: number;
  text: string | null;
}

interface Piece {
  text: string;
  at: number;
  marked: boolean;
  role: "subject" | "object" | null;
}

/** Where an entity is named in a text: by its whole name, else by a part of it that is long enough to be no accident. */
function mentionOf(text: string, name: string | undefined, near: number): { from: number; to: number } | null {
  if (name === undefined) return null;
  for (const part of [name, name.slice(0, 4), name.slice(0, 3)]) {
    if (part.length < 2) continue;
    const places = [...text.matchAll(new RegExp(part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g"))].map((match) => match.index);
    const [closest] = places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    if (closest !== undefined) return { from: closest, to: closest + part.length };
  }
  return null;
}

/** Cuts a paragraph at the span and at the mentions of both ends. */
function piecesOf(
  text: string,
  span: { from: number; to: number },
  ends: { role: "subject" | "object"; from: number; to: number }[],
): Piece[] {
  const cuts = [...new Set([0, text.length, span.from, span.to, ...ends.flatMap((end) => [end.from, end.to])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((at, index) => {
    const to = cuts[index + 1] as number;
    return {
      text: text.slice(at, to),
      at,
      marked: span.from <= at && to <= span.to,
      role: ends.find((end) => end.from <= at && to <= end.to)?.role ?? null,
    };
  });
}

/** A long paragraph opens at the words that count. */
const showMark = (quote: HTMLQuoteElement | null): void => {
  const mark = quote?.querySelector("mark");
  if (quote && mark) quote.scrollTop = Math.max(0, mark.offsetTop - 60);
};

/** The paragraph of a span with its words marked and both ends underlined, between its neighbours; nothing where the text is not at hand. */
export function Quote({
  paragraphs,
  start,
  end,
  content,
  names,
}: {
  paragraphs: readonly TextParagraph[];
  start: number;
  end: number;
  content: RecordContent;
  names: Names;
}) {
  const { t } = useTranslation();
  const at = paragraphs.findIndex((paragraph) => start >= paragraph.start && start < paragraph.end);
  const here = paragraphs[at];
  if (here === undefined || here.text === null) return null;
  const span = { from: start - here.start, to: Math.min(end - here.start, here.text.length) };
  const nameIn = (id: unknown) => names.get(textOf(id))?.name;
  const ends = (["subject", "object"] as const).flatMap((role) => {
    const found = mentionOf(here.text ?? "", nameIn(content[role]), span.from);
    return found === null ? [] : [{ role, ...found }];
  });
  const around = (paragraph: TextParagraph | undefined, number: number) =>
    paragraph?.text == null ? null : (
      <p className={styles.neighbour}>
        <i>¶{number}</i>
        <span>{paragraph.text.slice(0, 60)}</span>
      </p>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long paragraph is scrolled from the keyboard too */}
      <blockquote className={styles.quote} ref={showMark} tabIndex={0}>
        {around(paragraphs[at - 1], at)}
        <p>
          <i>¶{at + 1}</i>
          <span>
            {piecesOf(here.text, span, ends).map((piece) => {
              const Words = piece.marked ? "mark" : "span";
              return <Words key={piece.at}>{piece.role === null ? piece.text : <u className={styles[piece.role]}>{piece.text}</u>}</Words>;
            })}
          </span>
        </p>
        {around(paragraphs[at + 1], at + 2)}
      </blockquote>
      <p className={styles.legend}>
        <span>
          <mark>{t("changes.legendSpan")}</mark>
        </span>
        {ends.map(({ role }) => (
          <span key={role}>
            <u className={styles[role]}>{t(role === "subject" ? "changes.legendSubject" : "changes.legendObject")}</u>
          </span>
        ))}
      </p>
    </>
  );
}
