import styles from "./icon.module.css";

/** Strokes on a 16 × 16 grid. */
const paths = {
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14",
  undo: "M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3",
  redo: "M13 6H6.5a3.5 3.5 0 0 0 0 7H10M13 6l-3-3M13 6l-3 3",
  home: "M2.5 7.5 8 3l5.5 4.5M4 7v6.5h8V7",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  fitSelection: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  minimap: "M2 3.5h12v9H2ZM8 8h3.5v2.5H8Z",
  print: "M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7Z",
  unknown:
    "M6.4 6.6a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.8.6-.8 1.1M8 11v.1M8 2a6 6 0 0 1 2.3.5M12.9 4.5A6 6 0 0 1 14 8M13.2 11A6 6 0 0 1 11 13.2M8 14a6 6 0 0 1-2.3-.5M3.1 11.5A6 6 0 0 1 2 8M2.8 5A6 6 0 0 1 5 2.8",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
  moon: "M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6Z",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
  document: "M4 1.8h5.2L12.5 5v9.2H4ZM9 2v3.2h3.4M6 8h4.5M6 10.8h4.5",
  play: "M4.5 3v10L13 8Z",
  stop: "M4 4h8v8H4Z",
  copy: "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
  check: "m3 8.5 3.4 3.4L13 5",
  close: "m4 4 8 8M12 4l-8 8",
  chevron: "m6 3.5 4.5 4.5L6 12.5",
  down: "M3.5 6 8 10.5 12.5 6",
  table: "M2 3h12v10H2ZM2 6.5h12M2 10h12M6.5 6.5V13",
  graph:
    "M4 5.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM12 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4ZM5 14a1.7 1.7 0 1 0 0-3.4A1.7 1.7 0 0 0 5 14ZM4.2 5.4l.6 5.3M5.5 4.6l5 2.7M6.4 11.5l4.2-2.7",
  download: "M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11",
  warning: "M8 2.2 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1",
  lock: "M3.5 7h9v6.5h-9ZM5.3 7V4.9a2.7 2.7 0 0 1 5.4 0V7",
  filter:
    "M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 6.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM6 13.3a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  layers: "m8 2 6 3.2-6 3.2-6-3.2ZM2 8.2l6 3.2 6-3.2M2 11.2l6 3.2 6-3.2",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2v.2M8 11.2v.1",
  bookmark: "M4 2h8v12l-4-3-4 3Z",
  external: "M6 3H3v10h10v-3M9 2.5h4.5V7M13.2 2.8 7.5 8.5",
  hide: "M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2ZM3 13.5l10-11",
  share: "M8 10V2.2M5 5l3-3 3 3M4.5 7.5H3v6h10v-6h-1.5",
  note: "M2.5 2.5h11v8l-3 3h-8ZM10.3 13.3v-3h3M5 6h6M5 8.5h3.5",
  trash: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9",
  edit: "M3 13h2.5L13 5.5 10.5 3 3 10.5Z",
  expand: "M8 5v6M5 8h6M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z",
  collapse: "M5 8h6M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z",
  more: "M3.5 8v.1M8 8v.1M12.5 8v.1",
  upload: "M8 11V3M4.8 6 8 2.8 11.2 6M2.5 13.5h11",
  question: "M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4v.3M8 12v.1",
  path: "M3.5 12.5h4a2.25 2.25 0 0 0 0-4.5h-1a2.25 2.25 0 0 1 0-4.5h6M10.5 1.5l2 2-2 2M2 12.5a1 1 0 1 0 2 0 1 1 0 0 0-2 0",
  swap: "M4.5 2.5v11M2 5l2.5-2.5L7 5M11.5 13.5v-11M9 11l2.5 2.5L14 11",
  arrow: "M2.5 8h11M9.5 4l4 4-4 4",
  back: "M13.5 8h-11M6.5 4l-4 4 4 4",
  compare: "M2.5 3H7v10H2.5ZM9 3h4.5v10H9Z",
  pin: "M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5",
  unpin: "M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5M2.5 2.5l11 11",
  box: "M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M7 2.5h2M7 13.5h2M2.5 7v2M13.5 7v2",
  lasso:
    "M5.2 10.3C3.3 9.6 2 8.2 2 6.6 2 4.2 4.7 2.3 8 2.3s6 1.9 6 4.3-2.7 4.3-6 4.3c-.6 0-1.2-.1-1.8-.2M5.6 9.4a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6ZM5 11.9c-.2 1-.8 1.7-1.8 2.1",
  group: "M2.5 4.5h8v8h-8ZM5.5 4.5v-2h8v8h-3",
  ungroup: "M2.5 2.5h5v5h-5ZM8.5 8.5h5v5h-5ZM9.8 4.2h2.4v2.4M6.2 11.8H3.8V9.4",
  select: "M3.5 2.5 12.5 7 8.6 8.6 7 12.5Z",
  both: "M2.5 8h11M10 4.5 13.5 8 10 11.5M6 4.5 2.5 8 6 11.5",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside a name; a control that is only an icon takes its name from aria-label. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg className={styles.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
