import type { ReactNode } from "react";
import { useId } from "react";
import { nameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { usePreferences } from "#client/state/context.tsx";
import styles from "./compare.module.css";

export interface CompareRow {
  readonly key: string;
  readonly head: ReactNode;
  readonly one: ReactNode;
  readonly other: ReactNode;
}

interface CompareTableProps {
  title: string;
  hint?: string;
  sides: readonly { name: string; nameEn?: string | null | undefined }[];
  rows: readonly CompareRow[];
}

/** A row for each thing compared, a column for each side; a screen reader hears whose cell it is. */
export function CompareTable({ title, hint, sides, rows }: CompareTableProps) {
  const { t } = useTranslation();
  const language = usePreferences((it) => it.language);
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <table className={styles.table}>
        <colgroup>
          <col className={styles.headColumn} />
          <col />
          <col />
        </colgroup>
        <thead className={styles.spoken}>
          <tr>
            <th scope="col">{t("compare.what")}</th>
            {sides.map((side) => (
              <th key={side.name} scope="col">
                {nameOf(side, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, one, other }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              <td>{one}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
