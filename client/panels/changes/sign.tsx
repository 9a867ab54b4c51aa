import { useTranslation } from "#client/i18n/use-translation.ts";
import type { GroupName } from "#client/state/review-list.ts";
import styles from "./sign.module.css";

const paths: Readonly<Record<GroupName, string>> = {
  added: "M5 8h6M8 5v6",
  changed: "M4.8 8.8C6.4 5.4 9.6 11 11.2 7.4",
  removed: "M5 8h6",
  conflict: "M8 4.4v4.2M8 11.3v.1",
  question: "M6.4 6.6a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.8.6-.8 1.1v.1M8 11.5v.1",
};

/** What happens to a record: a sign and a colour, never a colour alone. */
export function Sign({ kind, size = 16, named = false }: { kind: GroupName; size?: number; named?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <svg className={`${styles.sign} ${styles[kind]}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7.5" />
        <path d={paths[kind]} />
      </svg>
      {named && <span className={styles.named}>{t(`changes.kind.${kind}`)}</span>}
    </>
  );
}
