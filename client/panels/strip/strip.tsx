import { useState } from "react";
import { formatCount, formatMs } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { useAtlasLater } from "#client/state/context.tsx";
import { openInWorkbench } from "#client/state/workbench.ts";
import { Button, Key } from "#client/ui/button.tsx";
import { CypherText } from "#client/ui/cypher-text.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { Pill } from "#client/ui/marks.tsx";
import styles from "./strip.module.css";

/** A value of a parameter for one line; of a long list its beginning and its length. */
function inShort(value: unknown): string {
  if (!Array.isArray(value) || value.length <= listedValues) return JSON.stringify(value);
  return `[${value
    .slice(0, listedValues)
    .map((one) => JSON.stringify(one))
    .join(",")}, … ${value.length}]`;
}
const listedValues = 2;

/** Every action leaves its Cypher here: what it was, the query, how much it brought, how long it took. */
export function Strip() {
  const { t } = useTranslation();
  const action = useAtlasLater((state) => state.lastAction);
  const [copied, setCopied] = useState(false);
  const parameters = Object.entries(action?.told ?? action?.cypher.parameters ?? {})
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .slice(0, 2);
  const copy = async () => {
    if (action === null) return;
    await navigator.clipboard.writeText(action.cypher.query);
    setCopied(true);
    setTimeout(() => setCopied(false), 1200);
  };
  return (
    <section className={styles.strip} aria-label="Cypher" data-strip tabIndex={-1}>
      <Icon name="play" size={14} />
      <b className={styles.title}>Cypher</b>
      {action && <Pill>{t(`task.${action.name}`)}</Pill>}
      {action ? <CypherText query={action.cypher.query} /> : <span className={styles.waiting}>{t("strip.waiting")}</span>}
      <span className={styles.grow} />
      {action && (
        <span className={styles.facts}>
          {t(action.unit === "nodes" ? "strip.nodes" : "strip.rows", {
            count: action.rows,
            number: formatCount(action.rows),
          })}{" "}
          · {formatMs(action.elapsedMs)}
          {parameters.map(([name, value]) => (
            <span key={name} className={styles.parameter}>
              {" "}
              · ${name} = {inShort(value)}
            </span>
          ))}
        </span>
      )}
      <Button
        look="quiet"
        small
        icon={copied ? "check" : "copy"}
        disabled={action === null}
        aria-label={t(copied ? "strip.copied" : "strip.copy")}
        title={t("strip.copy")}
        onClick={() => void copy()}
      />
      <Button small disabled={action === null} onClick={() => action && openInWorkbench(action.cypher)}>
        {t("strip.open")}
        <Key>⌘↵</Key>
      </Button>
    </section>
  );
}
