import { usePreferences } from "#client/state/context.tsx";
import { type EntityKind, families, kinds, type Shape } from "#graph/vocabulary/kinds.ts";
import styles from "./kind-glyph.module.css";

/** Outlines in a box from −10 to 10. */
const outlines: Readonly<Record<Shape, string>> = {
  circle: "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z",
  hexagon: "M0-10 8.7-5v10L0 10-8.7 5V-5Z",
  square: "M-7-8.5H7A1.5 1.5 0 0 1 8.5-7V7A1.5 1.5 0 0 1 7 8.5H-7A1.5 1.5 0 0 1-8.5 7V-7A1.5 1.5 0 0 1-7-8.5Z",
  diamond: "M0-10.5 10.5 0 0 10.5-10.5 0Z",
  sheet: "M-8-9.5H4L8.5-5V9.5H-8Z",
};

const glyphSize: Readonly<Record<Shape, number>> = { circle: 10, hexagon: 9.5, square: 10, diamond: 9, sheet: 9.5 };

/** Shape says the family, colour and letter say the kind; `off` is a kind that a filter takes away. */
export function KindGlyph({ kind, size = 15, off = false }: { kind: EntityKind; size?: number; off?: boolean }) {
  const language = usePreferences((it) => it.language);
  const { family, glyph } = kinds[kind];
  const { shape } = families[family];
  const letters = glyph[language];
  return (
    <svg
      className={off ? `${styles.glyph} ${styles.off}` : styles.glyph}
      style={{ "--c": `var(--k-${kind})` } as React.CSSProperties}
      width={size}
      height={size}
      viewBox="-11 -11 22 22"
      aria-hidden="true"
    >
      <path d={outlines[shape]} />
      <text fontSize={letters.length > 1 ? glyphSize[shape] * 0.82 : glyphSize[shape]} y={shape === "sheet" ? 0.8 : 0.4}>
        {letters}
      </text>
    </svg>
  );
}
