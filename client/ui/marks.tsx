import type { ReactNode } from "react";
import { formatConfidence } from "#client/format/figure.ts";
import { usePreferences } from "#client/state/context.tsx";
import { type Modality, modalities } from "#graph/vocabulary/marks.ts";
import styles from "./marks.module.css";

export const Pill = ({ children, outlined = false, mono = false }: { children: ReactNode; outlined?: boolean; mono?: boolean }) => (
  <span className={[styles.pill, outlined && styles.outlined, mono && styles.mono].filter(Boolean).join(" ")}>{children}</span>
);

/** How sure a statement is, as a bar and a number. */
export const Confidence = ({ value }: { value: number }) => (
  <span className={styles.confidence}>
    <i style={{ "--v": `${Math.round(value * 100)}%` } as React.CSSProperties} />
    {formatConfidence(value)}
  </span>
);

/** Always beside a number: a target is not a result, a capacity is not output. */
export function ModalityBadge({ modality }: { modality: string }) {
  const language = usePreferences((it) => it.language);
  const known = Object.hasOwn(modalities, modality) ? modalities[modality as Modality][language] : modality;
  return <span className={`${styles.badge} ${styles[modality] ?? ""}`}>{known}</span>;
}

/** What is not known looks like it: ochre, dashed, hatched, with a question mark. */
export function UnknownBox({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.unknown}>
      <header>
        <b aria-hidden="true">?</b>
        <h3>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}

export const SectionHead = ({ children, side }: { children: ReactNode; side?: ReactNode }) => (
  <div className={styles.head}>
    <h3>{children}</h3>
    {side !== undefined && <span className={styles.side}>{side}</span>}
  </div>
);

const skeletonWidths = ["86%", "62%", "74%", "48%", "80%", "56%"];

export const Skeleton = ({ lines = 4 }: { lines?: number }) => (
  <div className={styles.skeleton} aria-hidden="true">
    {skeletonWidths.slice(0, lines).map((width) => (
      <i key={width} style={{ width }} />
    ))}
  </div>
);
