import { Tabs } from "@base-ui/react/tabs";
import { useQuery } from "@tanstack/react-query";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { formatCount, formatMs } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { PanelFailure } from "#client/panels/failure.tsx";
import { useActions } from "#client/state/context.tsx";
import { parseParameters, workbench } from "#client/state/workbench.ts";
import { Button } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { Skeleton } from "#client/ui/marks.tsx";
import type { ExplainAnswer } from "#graph/model/api-answers.ts";
import type { CypherResult, Value } from "#graph/model/cypher-result.ts";
import { plainText } from "./cell.tsx";
import { ResultTable } from "./result-table.tsx";
import styles from "./results.module.css";
import frame from "./workbench.module.css";

/** What the last run brought, as a table, as JSON, and how it would be found. */
export function Results({ stale }: { stale: boolean }) {
  const { t } = useTranslation();
  const actions = useActions();
  const result = useStore(workbench, (it) => it.result);
  const nodes = result?.graph.nodes.id.length ?? 0;
  return (
    <Tabs.Root className={styles.results} defaultValue="table">
      <div className={styles.resultHead}>
        <Tabs.List className={styles.switch} aria-label={t("workbench.results")}>
          {(["table", "plan", "json"] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`workbench.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className={styles.summary}>
          {stale && result !== null
            ? t("workbench.previous")
            : result &&
              t("workbench.summary", {
                count: result.summary.rows,
                rows: formatCount(result.summary.rows),
                ms: formatMs(result.summary.elapsedMs),
              })}
        </span>
        <span className={frame.grow} />
        {result !== null && nodes > 0 && (
          <>
            <Button small look="quiet" icon="graph" onClick={() => void actions.showResult(result.graph, false)}>
              {t("workbench.onCanvas")}
            </Button>
            <Button small look="quiet" icon="filter" onClick={() => void actions.showResult(result.graph, true)}>
              {t("workbench.onlyOnCanvas")}
            </Button>
          </>
        )}
        {result !== null && result.rows.length > 0 && (
          <Button small look="quiet" icon="download" aria-label={t("workbench.csvName")} onClick={() => void downloadCsv(result)}>
            {t("workbench.csv")}
          </Button>
        )}
      </div>
      <Tabs.Panel value="table" className={styles.panel}>
        {result === null && <p className={frame.hint}>{t("workbench.nothingYet")}</p>}
        {result !== null && result.rows.length === 0 && <p className={frame.hint}>{t("workbench.noRows")}</p>}
        {result !== null && result.rows.length > 0 && <ResultTable result={result} />}
      </Tabs.Panel>
      <Tabs.Panel value="plan" className={styles.panel}>
        <Plan />
      </Tabs.Panel>
      <Tabs.Panel value="json" className={styles.panel}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard */}
        <pre className={styles.json} tabIndex={0}>
          {result === null ? "" : JSON.stringify({ columns: result.columns, rows: result.rows.slice(0, 200) }, null, 2)}
        </pre>
      </Tabs.Panel>
      {result?.summary.truncated && (
        <p className={styles.truncated} role="status">
          <Icon name="warning" />
          {t("workbench.truncated", { rows: formatCount(result.summary.rows) })}
        </p>
      )}
      {result?.summary.notifications.map((one) => (
        <p key={`${one.title} ${one.description}`} className={styles.truncated}>
          <Icon name="warning" />
          {one.title}: {one.description}
        </p>
      ))}
    </Tabs.Root>
  );
}

/** With a mark of byte order, so that spreadsheets read Chinese; formulas are quoted. */
async function downloadCsv(result: CypherResult): Promise<void> {
  const { default: papa } = await import("papaparse");
  const rows = result.rows.map((row) => row.map((value) => plainText(value as Value)));
  const text = papa.unparse({ fields: result.columns, data: rows }, { newline: "\r\n", escapeFormulae: true });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: "text/csv;charset=utf-8" }));
  link.download = "chain-atlas.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

function Plan() {
  const { t } = useTranslation();
  const { query, parameters } = useStore(workbench);
  const parsed = parseParameters(parameters);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["plan", query, parameters],
    queryFn: ({ signal }) => calls.explain({ query, parameters: "parameters" in parsed ? parsed.parameters : {} }, { signal }),
    enabled: query.trim() !== "" && "parameters" in parsed,
    retry: false,
  });
  if (error !== null) return <PanelFailure error={error} retry={() => void refetch()} />;
  if (data === undefined) return isFetching ? <Skeleton /> : <p className={frame.hint}>{t("workbench.planHint")}</p>;
  return (
    <table className={styles.plan}>
      <thead>
        <tr>
          <th scope="col">{t("workbench.operator")}</th>
          <th scope="col">{t("workbench.details")}</th>
          <th scope="col">{t("workbench.estimated")}</th>
        </tr>
      </thead>
      <tbody>
        {flatten(data.plan, 0, "0").map(({ key, node, depth }) => (
          <tr key={key}>
            <td style={{ paddingLeft: 14 + depth * 14 }}>{node.operator}</td>
            <td>
              <code>{node.details}</code>
            </td>
            <td>{node.estimatedRows === null ? "" : formatCount(node.estimatedRows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PlanNode = ExplainAnswer["plan"];

const flatten = (node: PlanNode, depth: number, key: string): { key: string; node: PlanNode; depth: number }[] => [
  { key, node, depth },
  ...node.children.flatMap((child, at) => flatten(child, depth + 1, `${key}.${at}`)),
];
