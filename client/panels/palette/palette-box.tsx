import { type KeyboardEvent, useDeferredValue, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { explorationOf } from "#client/state/atlas.ts";
import { useActions, useAtlasStore } from "#client/state/context.tsx";
import { go, screen } from "#client/state/screen.ts";
import { Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { Looking } from "../search/looking.tsx";
import type { PaletteEntry } from "./entry.ts";
import styles from "./palette.module.css";
import { PaletteList } from "./palette-list.tsx";
import { rememberRecent } from "./recent.ts";
import { takeTyped } from "./typed-ahead.ts";
import { usePaletteGroups } from "./use-groups.ts";

/** A combobox over groups: arrows walk, Home and End jump, Enter does, Escape closes. */
export function PaletteBox() {
  const { t } = useTranslation();
  const store = useAtlasStore();
  const actions = useActions();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const typed = useDeferredValue(text.trim());
  const { groups, entityOf, looking, unreachable } = usePaletteGroups(typed);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === chosen),
  );
  const active = entries[at];

  useLayoutEffect(() => {
    field.current?.focus();
    setText(takeTyped());
  }, []);
  const walkTo = (next: number) => {
    const entry = entries[(next + entries.length) % entries.length];
    if (entry === undefined) return;
    setChosen(entry.id);
    box.current?.querySelector(`[data-entry="${CSS.escape(entry.id)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    screen.setState({ palette: false });
    rememberRecent({ id: entry.id, entity: entityOf(entry.id) });
    entry.run({ store, actions });
  };
  // Enter may come before the list has followed what was typed: it means the entry that will be first.
  const entered = useRef(false);
  const behind = typed !== text.trim();
  useEffect(() => {
    if (!entered.current || behind || (active === undefined && looking)) return;
    entered.current = false;
    run(active);
  });
  const compare = (entry: PaletteEntry | undefined) => {
    const entity = entry === undefined ? null : entityOf(entry.id);
    const { graph } = store.getState();
    const [selected] = explorationOf(store.getState()).selection;
    if (entity === null || selected === undefined) return;
    screen.setState({ palette: false });
    go({ at: "compare", a: graph.nodes.id[selected] ?? null, b: entity.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const moves: Partial<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: Math.max(0, at - 8) };
    const move = moves[event.key];
    if (move !== undefined) walkTo(event.key === "PageDown" ? Math.min(move, entries.length - 1) : move);
    else if (event.key === "Home" && text === "") walkTo(0);
    else if (event.key === "End" && text === "") walkTo(entries.length - 1);
    else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) compare(active);
    else if (event.key === "Enter") {
      if (behind) entered.current = true;
      else run(active);
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={box} className={styles.box}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={field}
          role="combobox"
          aria-label={t("palette.input")}
          aria-expanded={entries.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${list}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t("palette.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
            entered.current = false;
          }}
          onKeyDown={onKeyDown}
        />
        <Key>Esc</Key>
      </div>
      <PaletteList id={list} groups={groups} active={active?.id ?? null} onPoint={setChosen} onRun={run} />
      {unreachable && (
        <p className={styles.note} role="status">
          {t("palette.unreachable")}
        </p>
      )}
      {entries.length === 0 && <p className={styles.note}>{looking ? <Looking /> : t("palette.nothing", { text: typed })}</p>}
      <p className={styles.spoken} role="status">
        {typed === "" || looking ? "" : t("palette.spoken", { count: entries.length })}
      </p>
      <footer className={styles.footer}>
        <span>
          <Key>↑</Key> <Key>↓</Key> {t("palette.move")}
        </span>
        <span>
          <Key>↵</Key> {t("palette.open")}
        </span>
        {active?.kind !== undefined && (
          <span>
            <Key>⌘↵</Key> {t("palette.compare")}
          </span>
        )}
      </footer>
    </div>
  );
}
