import { kindLabel, nameOf, secondNameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { EntityField } from "#client/panels/search/search-box.tsx";
import { usePreferences } from "#client/state/context.tsx";
import { hrefOf } from "#client/state/screen.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import styles from "./compare.module.css";

interface SideHeadProps {
  answer: EntityAnswer | undefined;
  label: string;
  onChoose(id: string): void;
}

/** Who stands on a side, the way to the canvas, and a field to choose another. */
export function SideHead({ answer, label, onChoose }: SideHeadProps) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  return (
    <section className={styles.side} aria-label={label}>
      {answer !== undefined && (
        <a
          className={styles.who}
          href={hrefOf({ at: "explore", entity: answer.entity.id })}
          title={t("compare.onCanvas", { name: nameOf(answer.entity, language) })}
        >
          <KindGlyph kind={answer.entity.kind} size={28} />
          <span>
            <b>{nameOf(answer.entity, language)}</b>
            <small>{[secondNameOf(answer.entity, language), kindLabel(answer.entity.kind, language)].filter(Boolean).join(" · ")}</small>
          </span>
        </a>
      )}
      <EntityField
        label={label}
        placeholder={t(answer === undefined ? "compare.find" : "compare.another")}
        onChoose={(hit) => onChoose(hit.id)}
      />
    </section>
  );
}
