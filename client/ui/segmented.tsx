import type { ReactNode } from "react";
import styles from "./segmented.module.css";

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  onChange(value: V): void;
  options: readonly { value: V; text: ReactNode; count?: string; name?: string }[];
}

/** One of a few, all in sight. */
export function Segmented<V extends string>({ label, value, onChange, options }: SegmentedProps<V>) {
  return (
    <fieldset className={styles.segmented} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          aria-label={option.name}
          className={option.value === value ? styles.on : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.text}
          {option.count !== undefined && <small>{option.count}</small>}
        </button>
      ))}
    </fieldset>
  );
}
