import { countWords, formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useAtlasLater } from "#client/state/context.tsx";
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

/** How many of the store, in a place of one width where it stands at the end of rows; under clocks and trust what they leave on the canvas stands before it. */
export function SeenCount({ seen, inStore, inRows = false }: { seen: number | null; inStore: number | undefined; inRows?: boolean }) {
  const { t } = useTranslation();
  if (seen === null) return countWords(inStore);
  const words = t("rail.seenCount", { seen: formatCount(seen), store: countWords(inStore) });
  return (
    <span className={inRows ? styles.inRows : undefined} title={words}>
      <span className={styles.words}>{words}</span>
      <b className={styles.seen} aria-hidden="true">
        {formatCount(seen)}
      </b>
      <span aria-hidden="true">/{countWords(inStore)}</span>
    </span>
  );
}
