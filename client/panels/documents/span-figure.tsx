import { formatFigure } from "#client/format/figure.ts";
import { measureLabel, nameOf } from "#client/i18n/labels.ts";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { go } from "#client/state/screen.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { ModalityBadge } from "#client/ui/marks.tsx";
import type { DocumentAnswer } from "#graph/model/api-answers.ts";
import styles from "./documents.module.css";

/** One figure that a stretch of the document gives, with its modality beside it. */
export function SpanFigure({ figure }: { figure: NonNullable<DocumentAnswer["spans"][number]["figure"]> }) {
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  return (
    <li className={styles.claim}>
      <button
        type="button"
        onClick={() => {
          go({ at: "explore", entity: null });
          void actions.open(figure.subject.id);
        }}
      >
        <KindGlyph kind={figure.subject.kind} size={14} />
        {nameOf(figure.subject, language)}
        <em>{measureLabel(figure.name, language)}</em>
        {formatFigure(figure, language)}
        {figure.period !== null && <small>{figure.period}</small>}
      </button>
      <ModalityBadge modality={figure.modality} />
    </li>
  );
}
