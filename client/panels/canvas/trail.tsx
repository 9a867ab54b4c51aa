import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlasLater, useExplorationLater, usePreferences } from "#client/state/context.tsx";
import type { TrailStep } from "#client/state/exploration.ts";
import { kindOf } from "#client/state/loaded-graph.ts";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import styles from "./canvas.module.css";

/** Where one came from, and the way back. The middle of a long way is folded. */
export function Trail() {
  const { t } = useTranslation();
  const trail = useExplorationLater((it) => it.trail);
  const narrow = matchMedia("(max-width: 899px)").matches;
  const kept = narrow ? 1 : 2;
  const folded = trail.length > kept + 1;
  const from = folded ? trail.length - kept : 1;
  return (
    <nav aria-label={t("canvas.trail")}>
      <ol className={styles.trail}>
        <Crumb step={trail[0] as TrailStep} index={0} last={trail.length === 1} />
        {folded && (
          <li aria-hidden="true">
            <Icon name="chevron" size={10} /> …
          </li>
        )}
        {trail.slice(from).map((step, at) => (
          <Crumb key={step.at === "entity" ? step.node : step.at} step={step} index={from + at} last={from + at === trail.length - 1} />
        ))}
      </ol>
    </nav>
  );
}

function Crumb({ step, index, last }: { step: TrailStep; index: number; last: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlasLater((state) => state.graph);
  const content = (() => {
    if (step.at === "overview") {
      return (
        <>
          <Icon name="home" size={14} />
          <span>{t("canvas.overview")}</span>
        </>
      );
    }
    if (step.at === "result") {
      return (
        <>
          <Icon name="play" size={14} />
          <span>{t("canvas.result")}</span>
          <small>{t("canvas.resultSize", { nodes: step.nodes, edges: step.edges })}</small>
        </>
      );
    }
    if (step.at === "path") {
      const nameAt = (node: number) => nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
      return (
        <>
          <Icon name="path" size={14} />
          <span>
            {nameAt(step.from)} – {nameAt(step.to)}
          </span>
          <small>{step.paths > 1 ? t("paths.marked", { count: step.paths }) : t("paths.hops", { count: step.hops })}</small>
        </>
      );
    }
    return (
      <>
        <KindGlyph kind={kindOf(graph, step.node)} />
        <span>{nameOf({ name: graph.nodes.name[step.node] ?? "", nameEn: graph.nodes.nameEn[step.node] }, language)}</span>
        {step.expanded > 0 && <small>{t("canvas.expandedBy", { count: step.expanded })}</small>}
      </>
    );
  })();
  return (
    <li>
      {index > 0 && <Icon name="chevron" size={10} />}
      <button type="button" className={styles.crumb} aria-current={last ? "step" : undefined} onClick={() => actions.returnTo(index)}>
        {content}
      </button>
    </li>
  );
}
