import { countWords, formatCount, formatShort } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useAtlasLater, usePreferences } from "#client/state/context.tsx";
import { isClocked } from "#client/state/evidence-mask.ts";
import { isTrustLimited } from "#client/state/sets-heard.ts";
import { countVisible, type VisibleCounts } from "#client/state/visible.ts";
import styles from "./seen-count.module.css";

/** What clocks and trust leave on the canvas, counted; null while neither filters, and the whole store is counted alone. */
export const useSeen = (): VisibleCounts | null =>
  useAtlasLater((state) => {
    const it = explorationOf(state);
    return isClocked(it.clocks) || isTrustLimited(it.trust) ? countVisible(state.graph, it) : null;
  });

/**
 * How many of the store, in a place of one width where it stands at the end of rows; under clocks and trust what they leave on the canvas stands
 * before it. Large numbers are written short, and told in full.
 */
export function SeenCount({ seen, inStore, inRows = false }: { seen: number | null; inStore: number | undefined; inRows?: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const brief = (count: number | undefined): string => (count === undefined ? "" : formatShort(count, language));
  const full = countWords(inStore);
  if (seen === null && brief(inStore) === full) return full;
  const words = seen === null ? full : t("rail.seenCount", { seen: formatCount(seen), store: full });
  return (
    <span className={inRows && seen !== null ? styles.inRows : undefined} title={words}>
      <span className={styles.words}>{words}</span>
      <span aria-hidden="true">
        {seen !== null && <b className={styles.seen}>{brief(seen)}</b>}
        {seen !== null && "/"}
        {brief(inStore)}
      </span>
    </span>
  );
}
