import { useState } from "react";
import { nameOf, relationLabel } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useActions, useAtlas, useExploration, usePreferences } from "#client/state/context.tsx";
import { groupName } from "#client/state/group-names.ts";
import { setHovered } from "#client/state/hover.ts";
import { kindOf, otherEnd, statusOf, typeOf } from "#client/state/loaded-graph.ts";
import type { NodeGroup } from "#client/state/slices/groups.ts";
import { statementsOf } from "#client/state/stack-rows.ts";
import { linesOf, stackedOf } from "#client/state/stacks.ts";
import { filterMasks, passesFilters } from "#client/state/visible.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { LineSample, lineStyleOf } from "#client/ui/line-sample.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import own from "./group-view.module.css";
import { SheetGrab } from "./sheet-grab.tsx";
import view from "./view.module.css";

/** How many members are listed at first; the rest is counted and one click away. */
const listed = 60;

/** A closed group: who is in it, and what ties its members to the rest. */
export function GroupView({ group }: { group: NodeGroup }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  const [all, setAll] = useState(false);
  const stacked = stackedOf(graph, exploration);
  const row = [...stacked.groups].find(([, one]) => one.key === group.key)?.[0];
  const members = row === undefined ? [] : (stacked.members.get(row) ?? []);
  const others = group.members.length - members.length;
  const title = nameOf(groupName(graph, group), language);
  const nameAt = (node: number) => nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
  return (
    <div className={view.view}>
      <SheetGrab />
      <header className={view.head}>
        <div className={view.title}>
          <div className={view.names}>
            <h2>{title}</h2>
            <p>
              {t(`group.by.${group.by}`)} · {t("group.members", { count: members.length })}
            </p>
          </div>
          <Button look="quiet" small icon="close" aria-label={t("inspector.close")} onClick={actions.clearSelection} />
        </div>
        {group.by === "hand" && <GroupTitle group={group} />}
        <div className={view.chips}>
          <Button small icon="expand" onClick={() => actions.openGroup(group.key)}>
            {t("selection.open")}
          </Button>
          <Button small icon="ungroup" onClick={() => actions.ungroup([group.key])}>
            {t("selection.ungroup")}
          </Button>
        </div>
      </header>
      <div className={view.body}>
        <div className={view.block}>
          <SectionHead side={members.length}>{t("group.members", { count: members.length })}</SectionHead>
          <ul className={view.several}>
            {members.slice(0, all ? undefined : listed).map((node) => (
              <li key={node}>
                <button type="button" onClick={() => actions.select(node)}>
                  <KindGlyph kind={kindOf(graph, node)} />
                  <span className={own.member}>{nameAt(node)}</span>
                </button>
              </li>
            ))}
          </ul>
          {members.length > listed && (
            <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t("inspector.fewer") : t("inspector.more", { count: members.length - listed })}
            </Button>
          )}
          {others > 0 && <p className={view.meta}>{t("group.filtered", { count: others })}</p>}
        </div>
        {row !== undefined && <Links row={row} nameAt={nameAt} />}
      </div>
    </div>
  );
}

/** Lines to the outside, those for the most statements first. */
function Links({ row, nameAt }: { row: number; nameAt(node: number): string }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const exploration = useExploration((it) => it);
  const [all, setAll] = useState(false);
  const masks = filterMasks(graph, exploration);
  const lines = linesOf(graph, stackedOf(graph, exploration), row)
    .filter((line) => passesFilters(graph, exploration, masks, line))
    .map((line) => ({ line, count: statementsOf(graph, line).length, other: otherEnd(graph, line, row) }))
    .toSorted((a, b) => b.count - a.count);
  return (
    <div className={view.block}>
      <SectionHead side={lines.length}>{t("group.links")}</SectionHead>
      <p className={view.meta}>{t(lines.length === 0 ? "group.noLinks" : "group.linksNote")}</p>
      <ul className={own.lines}>
        {lines.slice(0, all ? undefined : listed).map(({ line, count, other }) => (
          <li key={line}>
            <button
              type="button"
              onPointerEnter={() => setHovered(other)}
              onPointerLeave={() => setHovered(null)}
              onClick={() => actions.selectEdge(line)}
            >
              <LineSample line={lineStyleOf(statusOf(graph, line), graph.edges.confidence[line] ?? 1)} />
              <span>{relationLabel(typeOf(graph, line), language, graph.edges.source[line] === row ? "out" : "in")}</span>
              <KindGlyph kind={kindOf(graph, other)} />
              <b>{nameAt(other)}</b>
              <small>{count}</small>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > listed && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("inspector.fewer") : t("inspector.more", { count: lines.length - listed })}
        </Button>
      )}
    </div>
  );
}

function GroupTitle({ group }: { group: NodeGroup }) {
  const { t } = useTranslation();
  const actions = useActions();
  const [title, setTitle] = useState(group.title);
  return (
    <form
      className={own.title}
      onSubmit={(event) => {
        event.preventDefault();
        actions.renameGroup(group.key, title);
      }}
    >
      <input
        value={title}
        maxLength={200}
        aria-label={t("group.name")}
        placeholder={t("group.unnamed")}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => title !== group.title && actions.renameGroup(group.key, title)}
      />
    </form>
  );
}
