import { useState } from "react";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { go } from "#client/state/screen.ts";
import { askSearch } from "#client/state/wanted-search.ts";
import { Button } from "#client/ui/button.tsx";
import { UnknownBox } from "#client/ui/marks.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { unknowns } from "#graph/vocabulary/unknowns.ts";
import styles from "./unknowns.module.css";

const few = 5;

/** What is not known of an entity, each with where news of it may be. */
export function Unknowns({ data, onSources }: { data: EntityAnswer; onSources(): void }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const [all, setAll] = useState(false);
  const { unknown } = data;
  const steps = {
    search: () => askSearch(nameOf(data.entity, language)),
    upload: () => go({ at: "changes", changeSet: null }),
    sources: onSources,
  };
  return (
    <UnknownBox
      title={t("unknown.title")}
      action={
        unknown.length > few ? (
          <button type="button" className={styles.toggle} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("rail.fewer") : t("unknown.all", { count: unknown.length })}
          </button>
        ) : (
          <span>{t("unknown.total", { count: unknown.length })}</span>
        )
      }
    >
      <ul>
        {unknown.slice(0, all ? undefined : few).map((one) => {
          const { next } = unknowns[one.code];
          return (
            <li key={`${one.code} ${one[language]}`} className={styles.unknown} data-code={one.code}>
              <span>{one[language]}</span>
              <Button look="link" aria-label={`${t(`unknown.next.${next}`)} ${one[language]}`} onClick={steps[next]}>
                {t(`unknown.next.${next}`)}
              </Button>
            </li>
          );
        })}
      </ul>
    </UnknownBox>
  );
}
