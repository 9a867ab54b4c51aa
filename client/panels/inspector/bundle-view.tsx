import { formatConfidence } from "#client/format/figure.ts";
import { nameOf, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, usePreferences } from "#client/state/context.tsx";
import { kindOf, statusOf, typeOf } from "#client/state/loaded-graph.ts";
import { statementsOf } from "#client/state/stack-rows.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import own from "./group-view.module.css";
import { SheetGrab } from "./sheet-grab.tsx";
import view from "./view.module.css";

/** The statements that one line at a closed group stands for; each opens with its evidence. */
export function BundleView({ bundle }: { bundle: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const statements = statementsOf(graph, bundle);
  const nameAt = (node: number) => nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
  const { source, target, confidence } = graph.edges;
  return (
    <div className={view.view}>
      <SheetGrab />
      <header className={view.head}>
        <div className={view.title}>
          <div className={view.names}>
            <h2>{relationLabel(typeOf(graph, bundle), language)}</h2>
            <p>
              {nameAt(source[bundle] ?? 0)} → {nameAt(target[bundle] ?? 0)}
            </p>
            <p>
              {statusLabel(statusOf(graph, bundle), language)} · {t("group.bundle", { count: statements.length })}
            </p>
          </div>
          <Button look="quiet" small icon="close" aria-label={t("inspector.close")} onClick={() => actions.selectEdge(null)} />
        </div>
      </header>
      <ul className={`${view.body} ${view.block} ${own.lines}`}>
        {statements.map((edge) => (
          <li key={edge}>
            <button type="button" onClick={() => actions.selectEdge(edge)}>
              <KindGlyph kind={kindOf(graph, source[edge] ?? 0)} />
              <b>{nameAt(source[edge] ?? 0)}</b>
              <LineSample line={lineStyleOf(statusOf(graph, edge), confidence[edge] ?? 1)} />
              <KindGlyph kind={kindOf(graph, target[edge] ?? 0)} />
              <b>{nameAt(target[edge] ?? 0)}</b>
              <small>{formatConfidence(confidence[edge] ?? 1)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
