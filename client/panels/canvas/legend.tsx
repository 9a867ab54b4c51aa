import { useVocabulary } from "#client/api/queries.ts";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas } from "#client/state/context.tsx";
import { useVisibleCounts } from "#client/state/counted.ts";
import { statusOrder } from "#client/state/loaded-graph.ts";
import { Button } from "#client/ui/button.tsx";
import styles from "./canvas.module.css";
import own from "./legend.module.css";
import { LineKey } from "./line-key.tsx";
import { LoadAll } from "./load-progress.tsx";
import { OutOfSight } from "./out-of-sight.tsx";

const reference = statusOrder.indexOf("reference");

/** What the lines mean, and how much of the store is drawn. */
export function Legend() {
  const { t } = useTranslation();
  const actions = useActions();
  const { data: held } = useVocabulary();
  const all = (counted: readonly { count: number }[]) => counted.reduce((sum, it) => sum + it.count, 0);
  const more = useAtlas((state) => state.overviewNext !== null);
  const counts = useVisibleCounts();
  return (
    <div className={`${styles.float} ${own.legend}`}>
      <div className={own.rows}>
        <LineKey hasReference={(counts.byStatus[reference] ?? 0) > 0} />
        {held !== undefined && (
          <p className={own.part}>
            <span>
              {t("canvas.shown", {
                nodes: formatCount(counts.nodes),
                allNodes: formatCount(all(held.kinds)),
                edges: formatCount(counts.edges),
                allEdges: formatCount(all(held.statuses)),
              })}
            </span>
            {more && (
              <Button look="link" aria-label={t("canvas.loadMore")} onClick={() => void actions.loadMore()}>
                {t("canvas.loadMoreShort")}
              </Button>
            )}
            <LoadAll />
            <OutOfSight />
          </p>
        )}
      </div>
    </div>
  );
}
