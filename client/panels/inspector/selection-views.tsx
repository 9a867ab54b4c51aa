import { Fragment } from "react";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, usePreferences } from "#client/state/context.tsx";
import { setHovered } from "#client/state/hover.ts";
import { kindOf } from "#client/state/loaded-graph.ts";
import { go } from "#client/state/screen.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import styles from "./selection-views.module.css";
import view from "./view.module.css";

const hints = [
  ["/", "search"],
  ["E", "expand"],
  ["H", "hide"],
  ["?", "help"],
] as const;

export function NothingSelected() {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <h2>{t("inspector.nothing")}</h2>
      <p>{t("inspector.nothingHint")}</p>
      <dl>
        {hints.map(([key, name]) => (
          <Fragment key={key}>
            <dt>
              <Key>{key}</Key>
            </dt>
            <dd>{t(`inspector.hint.${name}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** How many rows a selection lists; the rest is counted. */
const listed = 200;

export function SeveralSelected({ nodes }: { nodes: readonly number[] }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  return (
    <div className={view.view}>
      <header className={view.head}>
        <div className={view.title}>
          <div className={view.names}>
            <h2>{t("inspector.several", { count: nodes.length })}</h2>
          </div>
          <Button look="quiet" small icon="close" aria-label={t("inspector.close")} onClick={actions.clearSelection} />
        </div>
        <div className={view.chips}>
          <Button small onClick={() => actions.keepOnly(nodes)}>
            {t("inspector.keepOnly")}
          </Button>
          <Button small onClick={() => actions.hide(nodes)}>
            {t("node.hide")}
          </Button>
          {nodes.length === 2 && (
            <Button
              small
              onClick={() => go({ at: "compare", a: graph.nodes.id[nodes[0] ?? -1] ?? null, b: graph.nodes.id[nodes[1] ?? -1] ?? null })}
            >
              {t("sides.open")}
            </Button>
          )}
        </div>
      </header>
      <ul className={`${view.body} ${view.block} ${view.several}`}>
        {nodes.slice(0, listed).map((node) => {
          const name = nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
          return (
            <li key={node} onPointerEnter={() => setHovered(node)} onPointerLeave={() => setHovered(null)}>
              <button type="button" onClick={() => actions.select(node)}>
                <KindGlyph kind={kindOf(graph, node)} />
                {name}
              </button>
              <Button
                look="quiet"
                small
                icon="close"
                aria-label={t("inspector.unselect", { name })}
                onClick={() => actions.toggleSelected(node)}
              />
            </li>
          );
        })}
        {nodes.length > listed && <li className={view.meta}>{t("inspector.more", { count: nodes.length - listed })}</li>}
      </ul>
    </div>
  );
}
