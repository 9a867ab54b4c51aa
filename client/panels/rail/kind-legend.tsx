import { memo } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useExploration, usePreferences } from "#client/state/context.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { type EntityKind, entityKinds, type Family, families, kinds } from "#graph/vocabulary/kinds.ts";
import styles from "./rail.module.css";
import { useKindCounts } from "./rail.tsx";
import { SeenCount, useSeen } from "./seen-count.tsx";

/** The legend filters: a click switches a kind, with Alt only that kind stays. Counts are of the whole store, beside what clocks and trust leave. */
export function KindLegend() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const hidden = useExploration((it) => it.hiddenKinds);
  const inStore = useKindCounts();
  const seen = useSeen();
  return (
    <section className={styles.section} aria-label={t("rail.legend")}>
      <SectionHead side={t("rail.kindsShown", { shown: entityKinds.length - hidden.size, all: entityKinds.length })}>
        {t("rail.kinds")}
      </SectionHead>
      <div>
        {(Object.keys(families) as Family[]).map((family) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend of its own
          <div key={family} className={styles.family} role="group" aria-label={families[family][language]}>
            <p>{families[family][language]}</p>
            {entityKinds
              .filter((kind) => kinds[kind].family === family)
              .map((kind) => (
                <KindButton
                  key={kind}
                  kind={kind}
                  off={hidden.has(kind)}
                  seen={seen?.byKind[entityKinds.indexOf(kind)] ?? null}
                  inStore={inStore.get(kind)}
                />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface KindButtonProps {
  kind: EntityKind;
  off: boolean;
  seen: number | null;
  inStore: number | undefined;
}

const KindButton = memo(function KindButton({ kind, off, seen, inStore }: KindButtonProps) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <button
      type="button"
      aria-pressed={!off}
      className={`${styles.kind} ${off ? styles.off : ""}`}
      title={t("rail.kindHint")}
      onClick={(event) => (event.altKey ? actions.soloKind(kind) : actions.toggleKind(kind))}
    >
      <KindGlyph kind={kind} size={16} off={off} />
      <span className={styles.name}>{t(`kind.${kind}`)}</span>
      <span className={styles.count}>
        <SeenCount seen={seen} inStore={inStore} />
      </span>
    </button>
  );
});
