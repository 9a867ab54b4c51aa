import { useMemo } from "react";
import { useStore } from "zustand";
import { formatConfidence } from "#client/format/figure.ts";
import { nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { setPointedEdge } from "#client/state/hover.ts";
import { pathSearch } from "#client/state/path-search.ts";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import type { PathsAnswer } from "#graph/model/api-answers.ts";
import { isEntityKind } from "#graph/vocabulary/kinds.ts";
import { isRelationType } from "#graph/vocabulary/relations.ts";
import styles from "./paths.module.css";

interface Step {
  edge: string;
  type: string;
  status: string;
  confidence: number;
  /** Gone along its direction. */
  along: boolean;
  to: number;
}

/** A path in the terms of the answer's columns. */
function stepsOf({ graph, paths }: PathsAnswer, at: number): { start: number; steps: Step[] } {
  const { nodes, edges, dictionary } = graph;
  const path = paths[at] as PathsAnswer["paths"][number];
  const nodeAt = (id: string): number => (nodes.id as readonly string[]).indexOf(id);
  const steps = path.edges.map((id, step): Step => {
    const edge = (edges.id as readonly string[]).indexOf(id);
    const to = nodeAt(path.nodes[step + 1] as string);
    return {
      edge: id,
      type: dictionary.type[edges.type[edge] as number] as string,
      status: dictionary.status[edges.status[edge] as number] as string,
      confidence: edges.confidence[edge] as number,
      along: edges.target[edge] === to,
      to,
    };
  });
  return { start: nodeAt(path.nodes[0] as string), steps };
}

/** One way as a row: what it goes through, how sure it is; the chosen one with each of its statements. */
export function PathRow({ answer, pair, at }: { answer: PathsAnswer; pair: number; at: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const loaded = useAtlas((state) => state.graph);
  const selectedEdge = useExploration((it) => it.edge);
  const chosen = useStore(pathSearch, (it) => it.chosen[pair] === at);
  const { start, steps } = useMemo(() => stepsOf(answer, at), [answer, at]);
  const { nodes, dictionary } = answer.graph;
  const kindAt = (node: number) => {
    const kind = dictionary.kind[nodes.kind[node] as number] ?? "";
    return isEntityKind(kind) ? kind : "Company";
  };
  const nameAt = (node: number) => nameOf({ name: nodes.shortName[node] ?? nodes.name[node] ?? "", nameEn: nodes.nameEn[node] }, language);
  const relationOf = ({ type, along }: Step) => (isRelationType(type) ? relationLabel(type, language, along ? "out" : "in") : type);
  const between = steps.slice(0, -1).map((step) => step.to);
  const title =
    between.length === 0
      ? [t("paths.direct"), ...steps.map(relationOf)].join(language === "zh" ? "：" : ": ")
      : t("paths.via", { names: between.map(nameAt).join(language === "zh" ? "、" : ", ") });
  const weakest = Math.min(1, ...steps.map((it) => it.confidence));
  const count = (status: string) => steps.filter((it) => it.status === status).length;
  const kinds = [
    count("stated") > 0 && t("paths.stated", { count: count("stated") }),
    count("inferred") > 0 && t("paths.inferredCount", { count: count("inferred") }),
    count("reference") > 0 && t("paths.reference", { count: count("reference") }),
  ].filter(Boolean);
  return (
    <li className={chosen ? styles.chosen : undefined}>
      <button type="button" className={styles.row} aria-pressed={chosen} onClick={() => void actions.showPath(pair, at)}>
        <b>
          {at + 1}. {title}
        </b>
        <span className={styles.glyphs} aria-hidden="true">
          <KindGlyph kind={kindAt(start)} />
          {steps.map((step) => (
            <span key={step.edge}>
              <LineSample line={lineStyleOf(step.status, step.confidence)} />
              <KindGlyph kind={kindAt(step.to)} />
            </span>
          ))}
        </span>
        <small>
          {[t("paths.hops", { count: steps.length }), t("paths.weakest", { value: formatConfidence(weakest) }), ...kinds].join(" · ")}
        </small>
      </button>
      {chosen && (
        <ol className={styles.steps}>
          {steps.map((step) => {
            const edge = loaded.edgeIndex.get(step.edge) ?? null;
            return (
              <li key={step.edge}>
                <button
                  type="button"
                  className={edge !== null && edge === selectedEdge ? styles.selected : undefined}
                  onClick={() => actions.selectEdge(edge)}
                  onPointerEnter={() => setPointedEdge(edge)}
                  onPointerLeave={() => setPointedEdge(null)}
                  onFocus={() => setPointedEdge(edge)}
                  onBlur={() => setPointedEdge(null)}
                >
                  <LineSample line={lineStyleOf(step.status, step.confidence)} />
                  <span>{relationOf(step)}</span>
                  <KindGlyph kind={kindAt(step.to)} />
                  <b>{nameAt(step.to)}</b>
                  <small>{formatConfidence(step.confidence)}</small>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </li>
  );
}
