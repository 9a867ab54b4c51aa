import { useState } from "react";
import { formatCount } from "#client/format/figure.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import { fieldRows } from "#client/state/record-fields.ts";
import type { Names } from "#client/state/review-list.ts";
import { Button } from "#client/ui/button.tsx";
import type { Change } from "#graph/model/change-set.ts";
import { ChangeLine } from "../change-line.tsx";
import { fieldLabel, valueWords } from "../field-words.ts";
import { Sign } from "../sign.tsx";
import styles from "./revisions.module.css";

const page = 60;

/** Changes that were made, each with its fields before and after. */
export function ChangeList({
  changes,
  names,
  cursor,
  point,
}: {
  changes: readonly Change[];
  names: Names;
  cursor: string | null;
  point?: ((change: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(page);
  return (
    <>
      <ul className={styles.changes}>
        {changes.slice(0, shown).map((change) => (
          <li key={change.id} data-here={change.id === cursor}>
            {point === undefined ? (
              <div className={styles.line}>
                <Sign kind={change.kind} size={14} named />
                <ChangeLine change={change} names={names} />
              </div>
            ) : (
              <button
                type="button"
                className={styles.line}
                aria-current={change.id === cursor ? "true" : undefined}
                onClick={() => point(change.id)}
              >
                <Sign kind={change.kind} size={14} named />
                <ChangeLine change={change} names={names} />
              </button>
            )}
            {change.before !== null && change.after !== null && <Differences change={change} names={names} />}
          </li>
        ))}
      </ul>
      {changes.length > shown && (
        <p className={styles.meta}>
          {t("changes.truncatedList", { shown: formatCount(shown), all: formatCount(changes.length) })}{" "}
          <Button look="link" onClick={() => setShown(shown + 200)}>
            {t("fresh.more")}
          </Button>
        </p>
      )}
    </>
  );
}

function Differences({ change, names }: { change: Change; names: Names }) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const content = change.after ?? {};
  const rows = fieldRows(change.record.table, change.before, change.after);
  return (
    <dl className={styles.differences}>
      {rows.map((row) => {
        const words = (value: typeof row.before) => (value === undefined ? "—" : valueWords(row.path, value, content, { names, language }));
        return (
          <div key={row.path.join(".")}>
            <dt>{fieldLabel(row.path, content, { names, language, t })}</dt>
            <dd>
              <s>{words(row.before)}</s> → {words(row.after)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
