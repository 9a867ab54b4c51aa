import { Menu } from "@base-ui/react/menu";
import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { useQuestions } from "#client/api/queries.ts";
import { ApiFailure } from "#client/api/request.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { useActions, useAtlasStore, usePreferences } from "#client/state/context.tsx";
import { runLimits, runQuery } from "#client/state/run-query.ts";
import { screen } from "#client/state/screen.ts";
import { openInWorkbench, parseParameters, workbench } from "#client/state/workbench.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { SectionHead } from "#client/ui/marks.tsx";
import { Editor, type ServerProblem } from "./editor.tsx";
import { Results } from "./results.tsx";
import styles from "./workbench.module.css";

/** Editor, parameters, saved questions, results: a query is asked here and seen on the canvas beside. */
export default function Workbench() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const actions = useActions();
  const { given, running, error, runWhenReady, parameters, query } = useStore(workbench);
  const [problems, setProblems] = useState(0);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const run = useCallback(() => void runQuery(calls, store, actions), [store, actions]);
  const parsed = parseParameters(parameters);

  useEffect(() => {
    if (runWhenReady) run();
  }, [runWhenReady, run]);

  const place = error instanceof ApiFailure ? error.details[0]?.position : undefined;
  useEffect(() => {
    setProblem(place === undefined || !(error instanceof Error) ? null : { offset: place.offset, message: error.message });
  }, [error, place]);

  return (
    <section className={styles.workbench} aria-label={t("workbench.region")} data-workbench-panel tabIndex={-1}>
      <header className={styles.head}>
        <h2>Cypher</h2>
        <span className={styles.readOnly}>
          <Icon name="lock" size={12} />
          {t("workbench.readOnly")}
        </span>
        <span className={styles.grow} />
        <History />
        {running === null ? (
          <Button look="primary" icon="play" disabled={"problem" in parsed || query.trim() === ""} onClick={run}>
            {t("workbench.run")}
            <Key>⌘↵</Key>
          </Button>
        ) : (
          <Button look="primary" icon="stop" onClick={running.cancel}>
            {t("workbench.cancel")}
          </Button>
        )}
        <Button look="quiet" icon="close" aria-label={t("workbench.close")} onClick={() => screen.setState({ workbench: false })} />
      </header>
      <div className={styles.editing}>
        <div className={styles.editor}>
          <Editor label={t("workbench.editor")} given={given} problem={problem} onRun={run} onProblems={setProblems} />
        </div>
        <div className={styles.beside}>
          <Parameters />
          <SavedQuestions />
        </div>
      </div>
      {"problem" in parsed && (
        <p className={styles.error} role="alert">
          <Icon name="warning" />
          {t("workbench.parametersProblem", { problem: parsed.problem })}
        </p>
      )}
      {error !== null && (
        <div className={styles.error} role="alert">
          <Icon name="warning" />
          <p>
            {place !== undefined && <b>{t("workbench.at", { line: place.line, column: place.column })} </b>}
            <FailureText error={error} />
          </p>
        </div>
      )}
      <Results stale={error !== null} />
      <footer className={styles.status}>
        <span>{problems > 0 ? t("workbench.problems", { count: problems }) : t("workbench.noProblems")}</span>
        <span>
          {t("workbench.limits", { rows: runLimits.rows.toLocaleString("en").replace(",", "\u2009"), seconds: runLimits.timeoutMs / 1000 })}
        </span>
        {running !== null && <Elapsed since={running.startedAt} />}
        <span className={styles.grow} />
        <span>
          {t("workbench.complete")} <Key>⌃Space</Key>
        </span>
      </footer>
    </section>
  );
}

function Elapsed({ since }: { since: number }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return <span>{t("workbench.running", { seconds: (Math.max(0, now - since) / 1000).toFixed(1) })}</span>;
}

function Parameters() {
  const { t } = useTranslation();
  const parameters = useStore(workbench, (it) => it.parameters);
  return (
    <div className={styles.parameters}>
      <SectionHead>{t("workbench.parameters")}</SectionHead>
      <textarea
        aria-label={t("workbench.parameters")}
        title={t("workbench.parametersHint")}
        spellCheck={false}
        rows={4}
        value={parameters}
        onChange={(event) => workbench.setState({ parameters: event.target.value })}
      />
    </div>
  );
}

function SavedQuestions() {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const { data } = useQuestions();
  return (
    <div className={styles.saved}>
      <SectionHead side={data?.questions.length}>{t("workbench.saved")}</SectionHead>
      <ul>
        {data?.questions.map((question) => (
          <li key={question.id}>
            <button type="button" title={question.title[language]} onClick={() => openInWorkbench(question)}>
              <Icon name="bookmark" size={13} />
              <span>{question.title[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function History() {
  const { t } = useTranslation();
  const history = useStore(workbench, (it) => it.history);
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" icon="clock" />}>{t("workbench.history")}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            {history.length === 0 && <p className={styles.hint}>{t("workbench.historyEmpty")}</p>}
            {history.slice(0, 30).map((past) => (
              <Menu.Item
                key={past.at}
                className={styles.past}
                onClick={() => {
                  workbench.setState((state) => ({ query: past.query, parameters: past.parameters, given: state.given + 1 }));
                }}
              >
                <code>{past.query.replaceAll(/\s+/g, " ")}</code>
                <small>{past.at.slice(0, 16).replace("T", " ")}</small>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
