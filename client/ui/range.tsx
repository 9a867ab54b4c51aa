import type { CSSProperties } from "react";

interface RangeProps {
  value: number;
  min: number;
  max: number;
  step?: number;
  /** What the value says; without it, the number is read. */
  valueText?: string;
  onChange(value: number): void;
  /** Where its label is not around it. */
  id?: string;
  className?: string | undefined;
}

/**
 * The platform's own slider: keyboard, touch and screen readers come with it, and a step costs the page nothing but the value. A line in
 * `--below` (of the thumb) and `--above` colours tells what is taken.
 */
export function Range({ value, min, max, step = 1, valueText, onChange, id, className }: RangeProps) {
  return (
    <input
      type="range"
      id={id}
      className={className}
      style={{ "--at": (value - min) / (max - min) } as CSSProperties}
      min={min}
      max={max}
      step={step}
      value={value}
      aria-valuetext={valueText}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
