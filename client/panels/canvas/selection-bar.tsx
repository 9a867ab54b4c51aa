import { useMemo } from "react";
import { formatCount } from "#client/format/figure.ts";
import { kindLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { eachSize } from "#client/state/actions/expanding.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { kindOf } from "#client/state/loaded-graph.ts";
import { mostEnds } from "#client/state/path-search.ts";
import { openGroupOf, selectedGroup } from "#client/state/slices/groups.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";
import styles from "./canvas.module.css";
import { canvasHandle } from "./handle.ts";
import own from "./moving.module.css";

/** The bar stays in one line; what else is selected is counted. */
const kindsListed = 4;

/** Back to the picture when the button that was pressed goes with the bar: the keys go on from there. */
const inPicture = (run: () => unknown) => () => {
  run();
  canvasHandle.container?.closest<HTMLElement>("[data-canvas-stage]")?.focus({ preventScroll: true });
};

/** What can be done with several at once, where they were selected. */
export function SelectionBar() {
  const several = useExploration((it) => it.selection.length > 1);
  return several && <Several />;
}

function Several() {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const selection = useExploration((it) => it.selection);
  const pinned = useExploration((it) => it.pinned);
  const closed = useExploration(selectedGroup);
  const open = useExploration(openGroupOf);
  const kinds = useMemo(() => {
    const found = new Map<EntityKind, number[]>();
    for (const node of selection) {
      const kind = kindOf(graph, node);
      const own = found.get(kind);
      if (own === undefined) found.set(kind, [node]);
      else own.push(node);
    }
    return [...found].toSorted((a, b) => b[1].length - a[1].length);
  }, [graph, selection]);
  const allPinned = selection.every((node) => pinned.has(node));
  return (
    <div className={`${styles.float} ${own.bar}`} role="toolbar" aria-label={t("selection.region")}>
      <b>{t("selection.count", { count: selection.length, formatted: formatCount(selection.length) })}</b>
      {kinds.length > 1 &&
        kinds.slice(0, kindsListed).map(([kind, nodes]) => {
          const name = t("selection.kindOnly", { kind: kindLabel(kind, language), count: nodes.length });
          return (
            <button
              key={kind}
              type="button"
              className={own.kind}
              aria-label={name}
              title={name}
              onClick={() => actions.selectSeveral(nodes)}
            >
              <KindGlyph kind={kind} size={14} />
              {formatCount(nodes.length)}
            </button>
          );
        })}
      {kinds.length > kindsListed && <small>{t("selection.moreKinds", { count: kinds.length - kindsListed })}</small>}
      <span className={styles.separator} />
      {closed === null ? (
        <>
          <Button
            look="quiet"
            small
            icon="expand"
            title={`${t("selection.expandHint", { count: eachSize })} E`}
            onClick={() => void actions.expandAll(selection)}
          >
            {t("selection.expand")}
          </Button>
          {open === null ? (
            <Button
              look="quiet"
              small
              icon="group"
              title={`${t("selection.group")} ⇧G`}
              onClick={inPicture(() => actions.group(selection))}
            >
              {t("selection.group")}
            </Button>
          ) : (
            <Button
              look="quiet"
              small
              icon="group"
              title={`${t("selection.close")} ⇧G`}
              onClick={inPicture(() => actions.closeGroup(open.key))}
            >
              {t("selection.close")}
            </Button>
          )}
          {selection.length <= mostEnds && (
            <Button look="quiet" small icon="path" title={`${t("selection.paths")} P`} onClick={() => actions.askForPaths()}>
              {t("selection.paths")}
            </Button>
          )}
        </>
      ) : (
        <Button
          look="quiet"
          small
          icon="expand"
          title={`${t("selection.open")} E`}
          onClick={inPicture(() => actions.openGroup(closed.key))}
        >
          {t("selection.open")}
        </Button>
      )}
      {(closed ?? open) !== null && (
        <Button look="quiet" small icon="ungroup" title="⇧U" onClick={inPicture(() => actions.ungroup([(closed ?? open)?.key ?? ""]))}>
          {t("selection.ungroup")}
        </Button>
      )}
      <Button look="quiet" small icon="filter" onClick={inPicture(() => actions.keepOnly(selection))}>
        {t("selection.only")}
      </Button>
      <Button look="quiet" small icon="hide" title={`${t("selection.hide")} H`} onClick={inPicture(() => actions.hide(selection))}>
        {t("selection.hide")}
      </Button>
      <Icons allPinned={allPinned} />
    </div>
  );
}

function Icons({ allPinned }: { allPinned: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  const selection = useExploration((it) => it.selection);
  const pinning = t(allPinned ? "selection.unpin" : "selection.pin");
  return (
    <>
      <Button
        look="quiet"
        small
        icon={allPinned ? "unpin" : "pin"}
        aria-label={pinning}
        title={`${pinning} ⇧P`}
        onClick={() => (allPinned ? actions.unpin(selection) : actions.pin(selection))}
      />
      <Button
        look="quiet"
        small
        icon="fit"
        aria-label={t("selection.fit")}
        title={`${t("selection.fit")} F`}
        onClick={() => actions.bringIntoView(selection)}
      />
      <Button
        look="quiet"
        small
        icon="close"
        aria-label={t("selection.clear")}
        title={`${t("selection.clear")} Esc`}
        onClick={inPicture(actions.clearSelection)}
      />
    </>
  );
}
