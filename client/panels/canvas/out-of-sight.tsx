import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useActions, useAtlasLater, useExplorationLater } from "#client/state/context.tsx";
import { countHidden } from "#client/state/exploration.ts";
import { stackedOf } from "#client/state/stacks.ts";
import { Button } from "#client/ui/button.tsx";

/** What is on the canvas and not to be seen one by one: in closed groups, and hidden by hand with the way back. */
export function OutOfSight() {
  const { t } = useTranslation();
  const actions = useActions();
  const hidden = useExplorationLater(countHidden);
  const grouped = useAtlasLater((state) => stackedOf(state.graph, explorationOf(state)).standIn.size);
  return (
    <>
      {grouped > 0 && <span>{t("group.inGroups", { count: grouped })}</span>}
      {hidden > 0 && (
        <span>
          {t("hidden.count", { count: hidden })}
          <Button look="link" onClick={actions.showHidden}>
            {t("hidden.show")}
          </Button>
        </span>
      )}
    </>
  );
}
