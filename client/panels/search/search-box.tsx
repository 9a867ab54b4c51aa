import { useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { elapsedOf, useSearch } from "#client/api/queries.ts";
import { nameOf, secondNameOf } from "#client/i18n/labels.ts";
import { useTranslation } from "#client/i18n/use-translation.ts";
import { FailureText } from "#client/panels/failure.tsx";
import { useActions, usePreferences } from "#client/state/context.tsx";
import { go, screen } from "#client/state/screen.ts";
import { onSearchAsked } from "#client/state/wanted-search.ts";
import { Key } from "#client/ui/button.tsx";
import { Icon } from "#client/ui/icon.tsx";
import { KindGlyph } from "#client/ui/kind-glyph.tsx";
import type { SearchAnswer } from "#graph/model/api-answers.ts";
import { Looking } from "./looking.tsx";
import styles from "./search-box.module.css";
import { whyFound } from "./why-found.ts";

type Hit = SearchAnswer["hits"][number];

/** The search of the whole atlas: what is chosen is brought onto the canvas. */
export function SearchBox({ large = false, className = "" }: { large?: boolean; className?: string | undefined }) {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <EntityField
      large={large}
      className={className}
      label={t("search.name")}
      placeholder={t(large ? "search.placeholderLarge" : "search.placeholder")}
      isSearch
      onChoose={(hit) => {
        if (screen.getState().route.at !== "explore") go({ at: "explore", entity: null });
        screen.setState({ table: false });
        void actions.open(hit.id);
      }}
    />
  );
}

interface EntityFieldProps {
  large?: boolean;
  className?: string | undefined;
  label: string;
  placeholder: string;
  /** The one that `/` goes to. */
  isSearch?: boolean;
  onChoose(hit: Hit): void;
}

/** Finds by name, pinyin, initials, code and English; says what matched. Arrows walk the hits, Enter chooses one. */
export function EntityField({ large = false, className = "", label, placeholder, isSearch = false, onChoose }: EntityFieldProps) {
  const { t } = useTranslation();
  const actions = useActions();
  const language = usePreferences((it) => it.language);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text.trim());
  const { data, error, isFetching, isPlaceholderData } = useSearch(asked);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isSearch) return;
    return onSearchAsked((wanted) => {
      setText(wanted);
      setActive(0);
      input.current?.focus();
    });
  }, [isSearch]);
  useEffect(() => {
    if (isSearch && data !== undefined && !isPlaceholderData && asked !== "") actions.searched({ ...data, elapsedMs: elapsedOf(data) });
  }, [isSearch, data, isPlaceholderData, asked, actions]);
  const hits = asked === "" ? [] : (data?.hits ?? []);
  const expanded = open && asked !== "";

  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setOpen(false);
    setText("");
    input.current?.blur();
    onChoose(hit);
  };

  return (
    <search className={`${styles.search} ${large ? styles.large : ""} ${className}`}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={input}
          data-search={isSearch ? "" : undefined}
          role="combobox"
          aria-label={label}
          aria-expanded={expanded}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={expanded && hits[active] ? `${list}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              const move = event.key === "ArrowDown" ? 1 : -1;
              if (hits.length > 0) setActive((active + move + hits.length) % hits.length);
            } else if (event.key === "Enter") choose(hits[active]);
            else if (event.key === "Escape") {
              if (text === "") input.current?.blur();
              setText("");
            }
          }}
        />
        {isSearch && <Key>/</Key>}
      </div>
      {expanded && (
        <div className={styles.popup}>
          <div id={list} role="listbox" aria-label={t("search.results")}>
            {hits.map((hit, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
              <div
                key={hit.id}
                id={`${list}-${at}`}
                role="option"
                aria-selected={at === active}
                className={`${styles.hit} ${at === active ? styles.active : ""}`}
                onPointerDown={(event) => event.preventDefault()}
                onPointerEnter={() => setActive(at)}
                onClick={() => choose(hit)}
              >
                <KindGlyph kind={hit.kind} size={18} />
                <span className={styles.names}>
                  <b>{nameOf(hit, language)}</b>
                  <small>{secondNameOf(hit, language)}</small>
                </span>
                <span className={styles.why}>{whyFound(hit, { t, language })}</span>
              </div>
            ))}
          </div>
          {error !== null && (
            <p className={styles.note}>
              <FailureText error={error} />
            </p>
          )}
          {error === null && hits.length === 0 && (
            <p className={styles.note} role="status">
              {isFetching ? <Looking /> : t("search.nothing", { text: asked })}
            </p>
          )}
          {data !== undefined && data.total > hits.length && hits.length > 0 && (
            <p className={styles.note}>{t("search.more", { shown: hits.length, total: data.total })}</p>
          )}
        </div>
      )}
    </search>
  );
}
