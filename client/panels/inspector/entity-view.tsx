import { Tabs } from "@base-ui/react/tabs";
import { useEffect, useRef, useState } from "react";
import { elapsedOf, useEntity } from "#client/api/queries.ts";
import { attributeLabel, kindLabel, nameOf, secondNameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useActions, useAtlas, usePreferences } from "#client/state/context.tsx";
import { kindOf } from "#client/state/loaded-graph.ts";
import { Button } from "#client/ui/button.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import { Pill, SectionHead, Skeleton } from "#client/ui/marks.tsx";
import type { EntityAnswer } from "#graph/model/api-answers.ts";
import { EditMenu } from "../changes/edit/edit-menu.tsx";
import { EntityHistory } from "../changes/history.tsx";
import { NotesSection } from "../notes/notes-section.tsx";
import { Changed, Disagreements } from "./changed.tsx";
import styles from "./entity-view.module.css";
import { EvidenceByDocument } from "./evidence.tsx";
import { HeardNote, useHeard } from "./heard-note.tsx";
import { MetricTable } from "./metric-table.tsx";
import { RelationGroups } from "./relation-groups.tsx";
import { SheetGrab } from "./sheet-grab.tsx";
import { Panel } from "./tab-panel.tsx";
import { Unknowns } from "./unknowns.tsx";
import view from "./view.module.css";

/** An entity: names first, then what is said of it, with figures and evidence, and what is not known. */
export function EntityView({ id, node }: { id: string; node: number }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const graph = useAtlas((state) => state.graph);
  const [opened, setOpened] = useState({ tab: "overview", of: id });
  const tab = opened.of === id ? opened.tab : "overview";
  const setTab = (next: string) => setOpened({ tab: next, of: id });
  const { data, error, refetch } = useEntity(id, useHeard());
  const told = useRef<string | null>(null);
  useEffect(() => {
    // What is read again because a clock moved or the store did is nobody's action: the strip keeps the query of that.
    if (data === undefined || told.current === id) return;
    told.current = id;
    actions.inspected({ cypher: data.cypher, rows: data.totalStatements, elapsedMs: elapsedOf(data) });
  }, [data, id, actions]);
  const known = data?.entity ?? { name: graph.nodes.name[node] ?? id, nameEn: graph.nodes.nameEn[node] };
  const kind = kindOf(graph, node);
  const relations = data?.degrees.reduce((sum, one) => sum + one.count, 0);
  const evidence =
    data === undefined
      ? undefined
      : data.statements.reduce((sum, one) => sum + one.evidence.length, 0) +
        data.metrics.reduce((sum, one) => sum + one.evidence.length, 0);
  const waiting = error === null && (
    <div className={view.block}>
      <Skeleton lines={6} />
    </div>
  );
  return (
    <div className={view.view}>
      <SheetGrab />
      <header className={view.head}>
        <div className={view.title}>
          <KindGlyph kind={kind} size={34} />
          <div className={view.names}>
            <h2>{nameOf(known, language)}</h2>
            <p>{[secondNameOf(known, language), kindLabel(kind, language)].filter(Boolean).join(" · ")}</p>
          </div>
          <Button
            look="quiet"
            small
            icon="expand"
            aria-label={t("node.expand")}
            title={`${t("node.expand")} E`}
            onClick={() => void actions.expand(node)}
          />
          <Button
            look="quiet"
            small
            icon="hide"
            aria-label={t("node.hide")}
            title={`${t("node.hide")} H`}
            onClick={() => actions.hide([node])}
          />
          {data && (
            <EditMenu
              edits={[
                { label: t("edit.correct"), edit: { form: "correct-entity", entity: data } },
                { label: t("edit.add"), edit: { form: "add-statement", entity: data } },
                { label: t("edit.merge"), edit: { form: "merge", entity: data } },
                { label: t("edit.split"), edit: { form: "split", entity: data } },
              ]}
            />
          )}
          <Button
            look="quiet"
            small
            icon="close"
            aria-label={t("inspector.close")}
            title={`${t("inspector.close")} Esc`}
            onClick={actions.clearSelection}
          />
        </div>
        {data && <HeadMarks entity={data.entity} />}
        <HeardNote />
      </header>
      <Tabs.Root className={view.view} value={tab} onValueChange={setTab}>
        <Tabs.List className={styles.tabs} aria-label={t("inspector.tabs")}>
          <Tabs.Tab className={styles.tab} value="overview">
            {t("inspector.overview")}
          </Tabs.Tab>
          <Tabs.Tab className={styles.tab} value="relations">
            {t("inspector.relations")}
            <small>{relations}</small>
          </Tabs.Tab>
          <Tabs.Tab className={styles.tab} value="metrics">
            {t("inspector.metrics")}
            <small>{data?.metrics.length}</small>
          </Tabs.Tab>
          <Tabs.Tab className={styles.tab} value="evidence">
            {t("inspector.evidence")}
            <small>{evidence}</small>
          </Tabs.Tab>
          <Tabs.Tab className={styles.tab} value="history">
            {t("history.tab")}
          </Tabs.Tab>
        </Tabs.List>
        {error !== null && (
          <div className={view.block}>
            <PanelFailure error={error} retry={() => void refetch()} />
          </div>
        )}
        <Panel value="overview" of={id} waiting={waiting}>
          {data && <Overview key={id} data={data} node={node} onSources={() => setTab("evidence")} />}
        </Panel>
        <Panel value="relations" of={id} waiting={waiting} block>
          {data && <RelationGroups key={id} data={data} node={node} />}
        </Panel>
        <Panel value="metrics" of={id} waiting={waiting} block>
          {data &&
            (data.metrics.length > 0 ? (
              <MetricTable key={id} metrics={data.metrics} />
            ) : (
              <p className={view.meta}>{t("inspector.noMetrics")}</p>
            ))}
        </Panel>
        <Panel value="evidence" of={id} waiting={waiting} block>
          {data && <EvidenceByDocument key={id} data={data} />}
        </Panel>
        <Panel value="history" of={id} waiting={waiting} block>
          <EntityHistory key={id} id={id} />
        </Panel>
      </Tabs.Root>
    </div>
  );
}

/** Attributes that stand in the head and need no line of their own. */
const headAttributes = new Set(["legalName", "tickers", "ownership"]);

function HeadMarks({ entity }: { entity: EntityAnswer["entity"] }) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const { legalName, tickers, ownership } = entity.attributes;
  const codes = Array.isArray(tickers) ? tickers : tickers === undefined ? [] : [String(tickers)];
  const surfaces = [...new Set(entity.aliases.map((alias) => alias.surface))].filter((one) => one !== entity.name && one !== legalName);
  return (
    <>
      {legalName !== undefined && legalName !== entity.name && <p className={styles.legal}>{String(legalName)}</p>}
      {(codes.length > 0 || ownership !== undefined || surfaces.length > 0 || entity.uncertain || entity.collective) && (
        <div className={view.chips}>
          {codes.map((code) => (
            <Pill key={code} outlined mono>
              {code}
            </Pill>
          ))}
          {ownership !== undefined && <Pill>{attributeLabel(entity.kind, "ownership", ownership, language).value}</Pill>}
          {entity.collective && <Pill>{t("inspector.collective")}</Pill>}
          {entity.uncertain && <Pill outlined>{t("inspector.uncertain")}</Pill>}
          {surfaces.length > 0 && (
            <Pill>
              {t("inspector.alias")} {surfaces.slice(0, 3).join(" · ")}
              {surfaces.length > 3 && ` +${surfaces.length - 3}`}
            </Pill>
          )}
        </div>
      )}
      {entity.differentFrom.length > 0 && (
        <p className={styles.confused}>
          <Pill>{t("inspector.confused")}</Pill>
          {entity.differentFrom.map((other) => (
            <Button key={other.id} look="link" title={other.reason ?? undefined} onClick={() => void actions.open(other.id)}>
              {nameOf(other, language)}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}

function Overview({ data, node, onSources }: { data: EntityAnswer; node: number; onSources(): void }) {
  const { t } = useTranslation();
  const attributes = Object.entries(data.entity.attributes).filter(([name]) => !headAttributes.has(name));
  return (
    <div className={styles.overview}>
      <div>
        <Disagreements data={data} />
        <Changed data={data} />
        {attributes.length > 0 && (
          <dl className={`${view.block} ${view.pairs}`}>
            {attributes.map(([name, value]) => (
              <Attribute key={name} of={data.entity} name={name} value={value} />
            ))}
          </dl>
        )}
        {data.degrees.length > 0 && (
          <div className={view.block}>
            <RelationGroups data={data} node={node} few />
          </div>
        )}
      </div>
      <div>
        {data.metrics.length > 0 && (
          <div className={view.block}>
            <SectionHead>{t("inspector.metrics")}</SectionHead>
            <MetricTable metrics={data.metrics.slice(0, 4)} all={data.metrics} />
          </div>
        )}
        <div className={view.block}>
          <NotesSection about={data.entity.id} />
        </div>
        {data.unknown.length > 0 && (
          <div className={view.block}>
            <Unknowns data={data} onSources={onSources} />
          </div>
        )}
        {data.degrees.length === 0 && data.metrics.length === 0 && (
          <div className={view.block}>
            <p className={view.meta}>{t("inspector.nothingSaid")}</p>
          </div>
        )}
      </div>
    </div>
  );
}

type Attributes = EntityAnswer["entity"]["attributes"];

/** One that names an entity leads to it. */
function Attribute({ of, name, value }: { of: EntityAnswer["entity"]; name: string; value: Attributes[string] }) {
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const words = attributeLabel(of.kind, name, value, language);
  const named = of.attributeRefs.find(({ id }) => id === value);
  return (
    <>
      <dt>{words.name}</dt>
      <dd>
        {named === undefined ? (
          words.value
        ) : (
          <Button look="link" onClick={() => void actions.open(named.id)}>
            {nameOf(named, language)}
          </Button>
        )}
      </dd>
    </>
  );
}
