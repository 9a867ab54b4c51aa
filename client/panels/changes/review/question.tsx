import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { hrefOf } from "#client/state/screen.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { Pill } from "#client/ui/marks.tsx";
import type { IdentityQuestion } from "#graph/model/review.ts";
import { reviewing, useReviewing } from "../reviewing.ts";
import { Sign } from "../sign.tsx";
import styles from "./detail.module.css";

/** A proposed entity beside those of the graph that it may be, with the reasons; a shared prefix is none. */
export function Question({ question, open }: { question: IdentityQuestion; open: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const busy = useReviewing((it) => it.busy) !== null;
  const { entity, candidates, answer } = question;
  const name = nameOf(entity, language);
  const given = (same: string): boolean => answer !== null && "same" in answer && answer.same === same;
  const different = answer !== null && "different" in answer;
  const tell = (next: IdentityQuestion["answer"]) => void reviewing.actions.answer(question.id, next);
  return (
    <div className={styles.scroll}>
      <header className={styles.head}>
        <p className={styles.kind}>
          <Sign kind="question" />
          {t("changes.identity")}
        </p>
        <h2>
          <KindGlyph kind={entity.kind} size={18} /> {t("changes.identityAsk", { name })}
        </h2>
        <p className={styles.hint}>{t("changes.identityHint")}</p>
      </header>
      <ul className={styles.candidates}>
        {candidates.map((one, at) => (
          <li key={one.id} data-chosen={given(one.id)}>
            <p>
              <KindGlyph kind={one.kind} size={15} />
              <a href={hrefOf({ at: "explore", entity: one.id })}>{nameOf(one, language)}</a>
              <Pill>{t(`changes.reason.${one.reason}`)}</Pill>
            </p>
            <small>
              {[kindLabel(one.kind, language), one.text, one.guard === null ? "" : t("changes.identity.guard", { guard: one.guard })]
                .filter(Boolean)
                .join(" · ")}
            </small>
            {open && (
              <Button
                small
                disabled={busy}
                pressed={given(one.id)}
                aria-label={t("changes.identity.sameAs", { name: nameOf(one, language) })}
                onClick={() => tell({ same: one.id })}
              >
                {t("changes.identity.same")}
                {at === 0 && <Key>A</Key>}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <div className={styles.answers}>
          <Button disabled={busy} pressed={different} onClick={() => tell({ different: true })}>
            {t("changes.identity.different")}
            <Key>X</Key>
          </Button>
          <Button disabled={busy} pressed={answer === null} look="quiet" onClick={() => tell(null)}>
            {t("changes.identity.open")}
          </Button>
        </div>
      )}
    </div>
  );
}
