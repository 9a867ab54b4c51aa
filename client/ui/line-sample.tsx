import { type Status, weakConfidence } from "#graph/vocabulary/marks.ts";
import styles from "./line-sample.module.css";

export type LineStyle = "stated" | "inferred" | "weak" | "reference" | "ended";

/** Line means evidence; broken by two bars, it holds no longer: solid stated, dashed inferred, dotted inferred below 0.7, thin and grey what is general knowledge. */
export const lineStyleOf = (status: Status | string, confidence: number): LineStyle => {
  if (status === "reference") return "reference";
  if (status === "inferred") return confidence < weakConfidence ? "weak" : "inferred";
  return "stated";
};

export const LineSample = ({ line, arrow = true }: { line: LineStyle; arrow?: boolean }) => (
  <svg className={`${styles.line} ${styles[line] ?? ""}`} width="20" height="8" viewBox="0 0 20 8" aria-hidden="true">
    {line === "ended" ? <path d="M0 4h7m5.5 0h6M6.4 7.4l2.2-6.8M10.4 7.4l2.2-6.8" /> : <path d="M0 4h18.5" />}
    {arrow && <path className={styles.head} d="M15.5 1 18.8 4l-3.3 3" />}
  </svg>
);
